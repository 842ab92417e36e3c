import { render } from 'solid-js/web';
import { AuditPanel } from '../../components/audit/AuditPanel';
import { createPanelData } from '../../components/audit/panel-data';
import { TranslateProvider } from '../../components/ui/translate';
import { devtoolsTheme, inspectedTabId } from '../../lib/platform/devtools';
import { translate } from '../../lib/platform/translate';
import { createAuditClient } from '../../lib/services/audit/audit-client';

const { data, listener } = createPanelData();
const forever = new AbortController().signal;
const audit = createAuditClient(inspectedTabId(), { ...listener, translate }, forever);
const walk = {
  ...audit.walk,
  get ui() {
    return data.walkUi;
  },
  get hot() {
    return data.hot;
  },
};
const root = document.getElementById('root');
if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <AuditPanel {...audit} {...data} walk={walk} theme={devtoolsTheme()} />
      </TranslateProvider>
    ),
    root,
  );
}
