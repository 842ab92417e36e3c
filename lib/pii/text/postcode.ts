import { message } from '../../core/message';
import { match, named, type TextRecogniser } from './recogniser';

/**
 * UK postcodes. Part numbers and codes share their form, so one counts only in an address: after a
 * word for a postcode, an address or a street, or after a town between commas.
 */
export const postcode: TextRecogniser = {
  name: 'uk postcodes',
  find(text, found) {
    INWARD.lastIndex = 0;
    for (let hit = INWARD.exec(text); hit; hit = INWARD.exec(text)) {
      const from = Math.max(0, hit.index - LONGEST_OUTWARD);
      const outward = OUTWARD.exec(text.slice(from, hit.index))?.[0];
      if (!outward) continue;
      const start = hit.index - outward.length;
      const says = named(ADDRESS_WORDS, text, start, 48);
      const isAfterTown = AFTER_TOWN.test(text.slice(Math.max(0, start - 40), start));
      if (says === null && !isAfterTown) continue;
      const why = [
        ...(says === null ? [] : [message('pii.why.context', says)]),
        message('pii.why.postal'),
      ];
      found.push(
        match(start, hit.index + hit[0].length, 'address.postal', 0.8, why, 'uk-postcode'),
      );
    }
  },
};

/** One digit and two letters, never C, I, K, M, O or V (Royal Mail, PAF programmer's guide). */
const INWARD = /\d[ABD-HJLNP-UW-Z]{2}(?!\w)/g;
const LONGEST_OUTWARD = 6;
const OUTWARD =
  /(?<![\w-])(?:GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])) ?$/;
const ADDRESS_WORDS =
  /(?:post ?codes?|postal code|address|deliver(?:y|ed)? (?:to|at)|ship(?:ped|ping)? to|liv(?:e|es|ing) (?:at|in)|moved? to|based (?:at|in)|\b(?:flat|house|street|st|road|rd|lane|ln|avenue|ave|close|court|drive|gardens|terrace|crescent|square|way|place|hill|green|mews|row)\b)[^\d]{0,32}$/;
const AFTER_TOWN = /,\s{1,2}\p{Lu}[\p{L}' -]{1,24},?\s{1,2}$/u;
