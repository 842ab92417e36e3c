import { registerPanel } from '../../lib/platform/devtools';
import { keepNetworkLog } from '../../lib/services/audit/network-log';
import { keepTraffic } from '../../lib/services/audit/traffic-log';

registerPanel('Hushmap', 'audit-panel.html');
keepNetworkLog();
keepTraffic();
