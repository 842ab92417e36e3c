import type { Translate } from '../../lib/core/message';
import type { WalkTask } from './props';

/** What is to be done now, or what is being done: a lead, and what else helps. */
export function instruction(task: WalkTask, t: Translate): { lead: string; rest: string } {
  if (task.kind !== 'press') {
    const key = TASK_KEYS[task.kind];
    return { lead: t(`ui.audit.walk.task.${key}.lead`), rest: t(`ui.audit.walk.task.${key}.rest`) };
  }
  const lead = t(`ui.audit.walk.press.${task.aim}`);
  const where =
    task.selector === ''
      ? t('ui.audit.walk.press.notFound')
      : t('ui.audit.walk.press.framed', [task.label]);
  return { lead, rest: task.again ? `${t('ui.audit.walk.press.again')} ${where}` : where };
}

const TASK_KEYS = {
  clear: 'clear',
  load: 'load',
  banner: 'banner',
  watch: 'watch',
  reload: 'reload',
  'second-page': 'secondPage',
  judge: 'judge',
} as const;
