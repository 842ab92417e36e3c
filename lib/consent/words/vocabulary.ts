/** What a word can mean on a control of a consent banner. */
export type Meaning =
  /** To let something happen; that it is let; to keep it from happening; to end what was let. */
  | 'accept'
  | 'consent'
  | 'reject'
  | 'undo'
  | 'not'
  | 'without'
  | 'only'
  /** What works without asking; said of that and of much else; what needs asking. */
  | 'necessary'
  | 'functional'
  | 'optional'
  | 'ads'
  | 'cookies'
  | 'use'
  /** To keep a choice, and what was chosen. */
  | 'save'
  | 'confirm'
  | 'chosen'
  /** Where choices are made; to choose; more of the banner itself. */
  | 'settings'
  | 'choose'
  | 'details'
  | 'ok'
  | 'close'
  | 'go'
  | 'yes'
  | 'no'
  | 'thanks'
  | 'all'
  /** Puts it off; says no and puts it off ("Not now"). */
  | 'later'
  | 'defer'
  /** Says nothing beside "necessary cookies". */
  | 'filler'
  | 'see'
  /** Pages to read; whom they name; to read on. */
  | 'pages'
  | 'partners'
  | 'learn'
  | 'pays'
  | 'age'
  | 'leave'
  /** What is no consent: newsletters, baskets, accounts. */
  | 'unrelated'
  /** Where one is led. */
  | 'place'
  /** Somebody tells what one may do, or what they do. */
  | 'people'
  | 'press';

/**
 * The words of one language by what they mean, separated by spaces, as a label has them or in plain
 * letters: `accept*` begins with it, `~einstellung` holds it, and `no_thanks` is two words. A word
 * that an earlier language has is not repeated. Words in scripts that put no spaces between words, or
 * write articles to them, are looked for anywhere.
 */
export type Vocabulary = Readonly<Partial<Record<Meaning, string>>>;
