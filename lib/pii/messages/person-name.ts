/**
 * Whether a text has the form of a person's full name: two to four capitalised words with the small
 * words that stand inside names, or a short text of a script without capitals, and no word that
 * names a thing, a group or an act. Stricter than the form alone, for places that show names of
 * people and of other things alike.
 */
export function isPersonName(text: string): boolean {
  return (
    text.length <= 60 && (CAPITALS.test(text) || OTHER_SCRIPTS.test(text)) && !NOBODY.test(text)
  );
}

const WORD =
  "(?:\\p{Lu}(?:['’]\\p{Lu})?[\\p{Ll}\\p{M}'’-]+(?:\\p{Lu}[\\p{Ll}\\p{M}]+)*|\\p{Lu}\\.)";
const SMALL = '(?:v[ao]n|de[rnl]?|d[aiou]|das|dos|del[ao]|la|le|bin|ibn|al|el|zu|y|e) ';
const CAPITALS = new RegExp(`^${WORD}(?: (?:${SMALL}){0,2}${WORD}){1,3}$`, 'u');
/** Han, kana and Hangul without spaces; other letters without capitals in two to four words. */
const OTHER_SCRIPTS =
  /^(?:[\u3400-\u9fff\uac00-\ud7af]{2,5}|[\u30a0-\u30ff・]{4,16}|(?!.*[\u3040-\u9fff])[\p{Lo}\p{M}]{2,20}(?: [\p{Lo}\p{M}]{2,20}){1,3})$/u;

/** Words that stand where a name could and belong to a thing, a group, a place or a command. */
const NOBODY =
  /(?:^|[ -])(?:the|our|my|your|this|not|new|open|view|edit|change|upload|add|remove|delete|show|go|select|sign|log|send|reply|unknown|anonymous|guest|user|users|profile|account|menu|settings?|avatar|photos?|pictures?|images?|icon|logo|badge|preview|products?|shop|store|shoes?|team|teams|crew|group|club|squad|department|support|service|services|sales|marketing|finance|engineering|office|room|channel|chat|thread|inbox|messages?|updates?|general|random|project|plan|meeting|report|order|invoice|company|inc|llc|gmbh|bank|studios?|media|university|school|hospital|hotel|restaurant|museum|church|hall|tower|bridge|gate|square|street|park|lake|river|bay|beach|mountains?|city|airport|station|harbou?r|pier|boat|engine|bot|assistant|administrator|system|verein|firma|gruppe|bild|foto|groupe|equipo)(?=$|[ .-])|画像|写真|頭像|头像|图片|圖片|照片|アバター|사진|프로필/iu;
