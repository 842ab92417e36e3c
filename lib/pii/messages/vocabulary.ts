/**
 * Words in class names, ids and test ids of chats, mail and comments, in the form of `toWords`.
 * Developers name things in English whatever the page's language; the words of common chat kits,
 * forums and mail programs are among them.
 */

const words = (list: string): RegExp => new RegExp(`(?:^| )(?:${list})(?= |$)`);

/** Holds many messages. */
export const THREAD = words(
  'threads?|conversations?|chat|chats|chatbox|chatlog|chat log|chat history|messages|message list|messagelist|message thread|msgs|msg list|inbox|dialog log|discussion|comments|comment list|commentlist|comment thread|comment section|replies|mailbox|transcript|direct messages|dms|timeline messages',
);

/** Is one message. */
export const BODY = {
  /** Wherever it stands. */
  strong: words(
    'message body|message text|message content|message bubble|messagebody|messagetext|messagecontent|msg body|msg text|msg content|chat bubble|chat message|chat msg|chat text|comment body|comment text|comment content|comment message|commentbody|commenttext|reply body|reply text|reply content|mail body|email body|post body|post message|speech bubble|bubble text|review text|review body|private message|direct message|message preview|last message|latest message|thread preview|conversation preview|chat preview',
  ),
  /** Inside a thread. */
  inThread: words(
    'message|msg|bubble|comment|reply|utterance|speech|said|entry|body|text|content|incoming|outgoing|received|sent|theirs|mine|quote',
  ),
};

/** Stands in threads alone, not in articles about them. */
export const MESSAGE_ITEM = words(
  'messages?|msgs?|bubble|comments?|commentlist|reply|replies|incoming|outgoing|received|sent|theirs|mine|author|sender|username|nickname|timestamp|datetime|composer',
);

/** Part of a chat without being said by anybody. */
export const CHROME = words(
  'timestamp|time|date|datetime|meta|metadata|actions?|toolbar|buttons?|btn|badge|count|counter|unread|status|typing|indicator|avatar|icon|header|head|title|footer|composer|compose|input|controls?|menu|nav|tabs?|empty|placeholder|separator|divider|day|read receipt|receipt|seen|reactions?|toggle|hint|tooltip|label|form|search|loader|spinner|skeleton|sr only|visually hidden',
);

/** Written by the other party, or by the person themselves. */
export const INCOMING = words(
  'incoming|received|inbound|them|theirs|their|from them|other|others|recipient|remote|partner|peer|left|guest|agent|stranger|not mine|from other|is other|received message|message in',
);
export const OUTGOING = words(
  'outgoing|sent|outbound|own|mine|me|my|self|from me|is me|is mine|right|you|yours|local|is own|by me|current user|message out',
);

/** Where a name is shown. */
export const AUTHOR = {
  anywhere: words(
    'author|author name|authorname|comment author|commentauthor|message author|sender|sender name|sendername|message sender|posted by|byline|poster|display name|displayname|participant name|contact name|contactname|nickname|screen name|user name|username|full name|fullname|person name|reviewer|reviewer name|customer name',
  ),
  account: words(
    'account name|account menu name|profile name|profilename|user menu name|current user|logged in as|signed in as|user display name|account user|greeting name',
  ),
  inThread: words('author|from|sender|who|name|user|participant|nick|by|fn'),
  /** Names the other person of a thread, or the thread itself. */
  partner: words(
    '(?:thread|conversation|chat|dialog|inbox|mail|contact|peer|partner|friend|recipient)(?: item| row| header| head)? (?:name|from|sender|with)',
  ),
};

/** Somebody's picture. */
export const PICTURE = words(
  'avatar|userpic|headshot|portrait|gravatar|profilepic|(?:profile|user|author|member|sender|contact|account|person) (?:pic|picture|photo|image|img)|u photo',
);
/** A picture of anything. */
export const PHOTO = words('photos?|photograph|picture|pic');

/** The name or the picture of a thing or a group, whatever the word after says. */
export const OF_A_THING = words(
  '(?:file|group|channel|room|team|crew|product|item|plan|company|org|organi[sz]ation|brand|project|workspace|server|space|topic|tag|store|shop|site|page|event|place|city|app|bot|emoji|sticker|attachment|document|folder)(?: (?:name|avatar|photo|picture|pic|image|img))+',
);
