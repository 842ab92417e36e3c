import { exposureRule } from '../exposure-rule';

/** A password that a recorder would read, by an unmask or an option that opens its field. */
export const revealedPassword = exposureRule('revealed-password', 'revealedPassword');
