import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../common';

const Selector = v.pipe(v.string(), v.maxLength(1000));
/** What stands on a control, through the redactor. */
const Label = v.pipe(v.string(), v.maxLength(200));

/** CSS pixels, from the top left of the page's viewport. */
export const BoxSchema = v.object({
  x: FiniteSchema,
  y: FiniteSchema,
  width: FiniteSchema,
  height: FiniteSchema,
});

export type Box = v.InferOutput<typeof BoxSchema>;

/** What a control says that it does: `lib/consent/words/label.ts`. */
export const CONTROL_ROLES = ['reject', 'accept', 'settings', 'save', 'close', 'other'] as const;

export const BannerControlSchema = v.object({
  role: v.picklist(CONTROL_ROLES),
  label: Label,
  selector: Selector,
  /** How it looks: a button has a fill or a border, a link has neither, an icon has no words. */
  kind: v.picklist(['button', 'link', 'icon']),
  /** Accepts by acknowledging alone: "OK", "Continue". */
  acknowledges: v.boolean(),
  /** Accepts or closes and says so: "Accept and close". Or asks again: "Ask me later". */
  later: v.boolean(),
  box: BoxSchema,
  visible: v.boolean(),
  /** A press in its middle would reach it. */
  hittable: v.boolean(),
  /** It has a role and an accessible name, and a place in the order of Tab. */
  focusable: v.boolean(),
  named: v.boolean(),
  fontPx: FiniteSchema,
  fontWeight: FiniteSchema,
  /** Contrast of its words against what they stand on (WCAG 2.2); null: an image, or not to be told. */
  textContrast: v.nullable(FiniteSchema),
  /** Contrast of its fill against the banner; 1 without a fill of its own. */
  fillContrast: v.nullable(FiniteSchema),
});

export type BannerControl = v.InferOutput<typeof BannerControlSchema>;

export const BannerToggleSchema = v.object({
  label: Label,
  selector: Selector,
  on: v.boolean(),
  /** It can't be switched, as switches of what is always on. */
  disabled: v.boolean(),
  visible: v.boolean(),
  /** Its words say that it works without consent. */
  essential: v.boolean(),
  /** Its words name a legitimate interest. */
  legitimateInterest: v.boolean(),
  /** Where somebody on the page chose for one purpose or for a vendor. */
  namesRecording: v.boolean(),
});

export type BannerToggle = v.InferOutput<typeof BannerToggleSchema>;

/** How much of the page the banner takes away. */
export const WallSchema = v.object({
  scrollLocked: v.boolean(),
  inert: v.boolean(),
  blurred: v.boolean(),
  /** Share of the viewport that presses can't reach, 0 to 1. */
  covered: FiniteSchema,
});

/** What Tab and Esc do. Null in a reading: nobody tried. */
export const KeyboardSchema = v.object({
  /** Presses of Tab until the refusal had the focus; null: it never had. */
  tabsToReject: v.nullable(CountSchema),
  tabsToAccept: v.nullable(CountSchema),
  /** Focus left the banner by Tab, or came around to it; false: stuck on one control. */
  trapped: v.boolean(),
  /** What Esc did: `accept` where a signal or a recorder says so. */
  escape: v.picklist(['nothing', 'closes', 'accept']),
});

/** A consent banner, measured as it lies on the page. */
export const BannerReadingSchema = v.object({
  /** The platform, by name; `generic` where nobody knows it. */
  cmp: v.pipe(v.string(), v.maxLength(80)),
  cmpBy: v.picklist(['autoconsent', 'marks', 'signal', 'none']),
  visible: v.boolean(),
  /** 1: as it came; 2: after the settings were opened. */
  layer: v.picklist([1, 2]),
  selector: Selector,
  box: BoxSchema,
  where: v.object({
    frame: v.picklist(['top', 'same-origin', 'cross-origin']),
    shadow: v.picklist(['none', 'open', 'closed']),
  }),
  /** Milliseconds from the document's beginning until it was seen. */
  after: FiniteSchema,
  /** Language that is stated around it, that its words are in, and that the page states. Empty: unknown. */
  lang: v.object({
    stated: v.pipe(v.string(), v.maxLength(35)),
    written: v.pipe(v.string(), v.maxLength(35)),
    page: v.pipe(v.string(), v.maxLength(35)),
  }),
  controls: v.pipe(v.array(BannerControlSchema), v.maxLength(60)),
  toggles: v.pipe(v.array(BannerToggleSchema), v.maxLength(300)),
  namesRecording: v.boolean(),
  /** All purposes could be read, so that a name which is missing is missing. */
  allPurposesRead: v.boolean(),
  policyLink: v.nullable(
    v.object({
      label: Label,
      selector: Selector,
      /** Redacted. */
      href: v.pipe(v.string(), v.maxLength(2000)),
      /** What the server answered; null: nobody asked, or nothing came. */
      status: v.nullable(CountSchema),
      hittable: v.boolean(),
    }),
  ),
  wall: WallSchema,
  keyboard: v.nullable(KeyboardSchema),
});

export type BannerReading = v.InferOutput<typeof BannerReadingSchema>;
