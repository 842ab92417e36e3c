import { message } from '../../core/message';
import { isWordish } from './numbers';
import { match, type TextRecogniser } from './recogniser';

/** Names where the words before them say that a name follows: greetings and introductions. */
export const names: TextRecogniser = {
  name: 'names in context',
  find(text, found) {
    for (const { lead, why } of LEADS) {
      lead.lastIndex = 0;
      for (let hit = lead.exec(text); hit; hit = lead.exec(text)) {
        // Looked at here rather than in the pattern, which is much faster without it.
        if (isWordish(text, hit.index - 1)) {
          lead.lastIndex = hit.index + 1;
          continue;
        }
        const from = hit.index + hit[0].length;
        NAME.lastIndex = from;
        const name = NAME.exec(text)?.[0];
        if (!name || isNoName(name) || isDrive(text, hit)) continue;
        const end = from + name.length;
        const pii = name.includes(' ') ? 'name.full' : 'name.given';
        found.push(match(from, end, pii, 0.75, [message(why)]));
      }
    }
  },
};

/** One to four capitalised words, with the small words that stand inside names. */
const WORD = "\\p{Lu}[\\p{Ll}\\p{M}'’-]{1,24}(?:[-'’]\\p{Lu}\\p{Ll}{1,24})?";
const NAME = new RegExp(
  `${WORD}(?: (?:(?:van|von|de|der|den|da|di|del|la|le|bin|al|el|zu) ){0,2}(?:${WORD}|\\p{Lu}\\.)){0,3}(?![\\p{L}\\p{N}_@])`,
  'uy',
);

const LEADS: readonly { lead: RegExp; why: 'pii.why.greeting' | 'pii.why.introduction' }[] = [
  {
    why: 'pii.why.greeting',
    lead: /(?:Hi|Hello|Hey|Dear|Hallo|Liebe[rs]?|Guten (?:Tag|Morgen|Abend)|Servus|Moin|Bonjour|Salut|Cher|Chère|Hola|Estimad[oa]|Querid[oa]|Ciao|Caro|Cara|Gentile|Salve|Olá|Oi|Prezad[oa]|Beste|Hoi|Dag|Cześć|Witaj|Dzień dobry|Ahoj|Dobrý den|Milý|Milá|Hej|Hejsan|Kære|Käre|Kära|Hei|Kjære|Moi|Terve|Szia|Kedves|Bună|Salutare|Dragă|Merhaba|Sevgili|Selam|Привет|Здравствуйте|Здравствуй|Уважаем(?:ый|ая)|Дорог(?:ой|ая)|Привіт|Вітаю|Здравей|Γεια σου|Αγαπητ[έή]),? (?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Monsieur|Madame|Sr|Sra|Sig|Signora?|Señora?|Pan|Pani|mevrouw|meneer)\.? )?/g,
  },
  {
    why: 'pii.why.introduction',
    lead: /(?:[Mm]y name is|[Nn]ame is|[Mm]ein Name ist|[Ii]ch heiße|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Mm]e chamo|[Ii]k heet|[Mm]ijn naam is|[Nn]azywam się|[Jj]menuji se|[Jj]ag heter|[Jj]eg hedder|[Jj]eg heter|[Mm]inun nimeni on|Menya zovut|[Мм]еня зовут|[Мм]ене звати|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herr|Frau|Monsieur|Madame|Mme|Señora?|Signora?)\.?|[Ss]igned(?: by)?:?|(?:Best|Kind|Warm)? ?[Rr]egards,|[Yy]ours (?:sincerely|faithfully),|Cheers,|Viele Grüße,?|Mit freundlichen Grüßen,?|Cordialement,|Saludos,|Saluti,|Atenciosamente,|С уважением,)\s{1,3}/g,
  },
];

function isNoName(name: string): boolean {
  return NO_NAMES.has(name.split(' ')[0] ?? '') || /^(?:\p{Lu}\p{Ll}+day)$/u.test(name);
}

/** `Nicholas Dr` is a street: a title does not follow a capitalised word. */
function isDrive(text: string, lead: RegExpExecArray): boolean {
  return lead[0].startsWith('Dr') && /[\p{L}\p{N}] $/u.test(text.slice(lead.index - 2, lead.index));
}

/** What is greeted without being a person's name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'There Sir Madam Sirs All Team Everyone Everybody World Customer Customers Friend Friends User Users Guest Member Members Colleague Colleagues Guys Folks Again And You Welcome Hiring Mr Mrs Ms Kunde Kundin Kunden Damen Herren Kolleginnen Freunde Gäste Zusammen Client Clients Monsieur Madame Miss Mme Mlle Dr Prof Herr Frau Divers Unternehmen Firma Lord Lady Captain Équipe Cliente Clientes Equipo Señores Amigo Amigos Usuario Todos Mundo Tutti Signore Klant Team Klanten Santa God Diary Reader Readers Editor Applicant Kitty Друзья Коллеги Клиент Все The This That Thanks Thank We It Is Our Your From To In For What How Who Please'.split(
    ' ',
  ),
);
