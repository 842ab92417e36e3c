import { registerPanel } from '../../lib/platform/devtools';
import { keepNetworkLog } from '../../lib/services/audit/network-log';

registerPanel('Hushmap', 'audit-panel.html');
keepNetworkLog();
