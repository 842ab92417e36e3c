import '../../overlay/page-side';
import './side';
