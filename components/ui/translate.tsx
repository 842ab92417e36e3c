import { createContext, type JSX, type ParentProps, useContext } from 'solid-js';
import type { Message, Translate } from '../../lib/core/message';

const TranslateContext = createContext<Translate>();

/** Gives every view below it the reader's language. */
export function TranslateProvider(props: ParentProps<{ translate: Translate }>): JSX.Element {
  return (
    <TranslateContext.Provider value={(id, params) => props.translate(id, params)}>
      {props.children}
    </TranslateContext.Provider>
  );
}

export function useTranslate(): Translate {
  const translate = useContext(TranslateContext);
  if (translate === undefined) throw new Error('A view stands outside of TranslateProvider.');
  return translate;
}

/** Renders messages where a component needs a plain string. */
export function useSay(): (message: Message) => string {
  const t = useTranslate();
  return (message) => t(message.id, message.params);
}

/** A sentence as text, never as markup. */
export function Text(props: { of: Message }): JSX.Element {
  const say = useSay();
  return <>{say(props.of)}</>;
}
