import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify';
import { classesOf, field } from './test-field';

describe('names and ids', () => {
  it('reads names without spaces, in camel case and in snake case', () => {
    expect(
      classesOf(
        { name: 'billingFirstName' },
        { name: 'txtemailaddress' },
        { name: 'user_last_name' },
        { id: 'zipcode' },
      ),
    ).toEqual(['name.given', 'email', 'name.family', 'address.postal']);
  });

  it('takes the last part of a path for what the field holds', () => {
    expect(
      classesOf(
        { name: 'shippingAddress.lastName' },
        { name: 'billing_address[city]' },
        { name: 'creditCard.owner' },
        { name: 'company.address2' },
      ),
    ).toEqual(['name.family', 'address.city', 'card.name', 'address.street']);
  });
});

describe('declarations are evidence, not truth', () => {
  it('does not believe new-password on a street', () => {
    expect(classesOf({ label: 'Street', autocomplete: 'new-password' })).toEqual([
      'address.street',
    ]);
  });

  it('does not take every number pad for a telephone', () => {
    expect(
      classesOf(
        { type: 'tel', label: 'Card number' },
        { type: 'tel', label: 'CVV' },
        { type: 'tel', label: 'Postal code' },
        { type: 'tel', label: 'Date of birth' },
      ),
    ).toEqual(['card.number', 'card.cvv', 'address.postal', 'dob']);
  });

  it('takes autocomplete where nothing else speaks', () => {
    expect(
      classesOf({ autocomplete: 'section-a shipping postal-code' }, { autocomplete: 'cc-csc' }),
    ).toEqual(['address.postal', 'card.cvv']);
  });

  it('finds an email address without type=email', () => {
    expect(classesOf({ placeholder: 'you@example.com', label: 'E-mail' })).toEqual(['email']);
  });
});

describe('vetoes', () => {
  it.each([
    [{ label: 'Promo code', name: 'code' }],
    [{ label: 'Gutscheincode' }],
    [{ label: 'Quantity', name: 'qty', type: 'number' }],
    [{ label: 'Enter the characters from the image', name: 'captcha_code' }],
    [{ label: 'Order number' }],
    [{ label: 'Pet name' }],
    [{ label: '72 in stock', name: 'qty', id: 'qty_7', maxLength: 4 }],
    [{ name: 'sku', tag: 'select' as const, options: ['Zip hoodie', 'T-shirt'] }],
    [
      {
        label: 'Would you like to receive product updates and news by email? Type y or n',
        name: 'opt_in',
      },
    ],
    [{ type: 'email', name: 'fakeemailremembered' }],
    [{ label: 'Enter a title', name: 'email[title]', title: 'Email title' }],
    [{ label: 'Interest area', tag: 'select' as const, options: ['Health', 'Arts'] }],
    [{ label: 'Please complete the challenge below. Answer:', name: 'answer' }],
    [{ label: 'Pet policy', tag: 'textarea' as const, name: 'PetPolicy' }],
    [{ label: 'Check-in', type: 'date' }],
    [{ label: 'Subscribe to our newsletter by email', type: 'checkbox', name: 'email_opt_in' }],
    [{ label: 'Attach your CV', type: 'file' }],
    [{ label: 'Sort by', tag: 'select' as const, options: ['Price', 'Name'] }],
    [{}],
  ])('%j asks for nothing personal', (facts) => {
    expect(classesOf(facts)).toEqual([null]);
  });

  it('tells a description of a thing from that of a matter', () => {
    const described = (label: string) => classesOf({ tag: 'textarea', label })[0];
    expect(described('Property description')).toBeNull();
    expect(described('Short description about your project')).toBeNull();
    expect(described('Incident description')).toBe('message');
    expect(described('Description of your complaint')).toBe('message');
    expect(described('Description')).toBe('message');
  });

  it('takes no price list for anything of a person', () => {
    const options = ['Small: $29.95', 'Large: $31.95'];
    expect(classesOf({ tag: 'select', label: 'Zip hoodie', options })).toEqual([null]);
  });

  it('takes short words of another language at their word in short labels alone', () => {
    const address = [{ label: 'Straat' }, { label: 'Plaats' }];
    expect(classesOf(...address, { label: 'Bus' })[2]).toBe('address.street');
    expect(classesOf(...address, { label: 'Plate of bus' })[2]).toBeNull();
  });

  it('takes no words for what a number says', () => {
    expect(classesOf({ type: 'number', name: 'company[num]' })).toEqual([null]);
    expect(classesOf({ type: 'number', label: 'ZIP code' })).toEqual(['address.postal']);
  });

  it('takes a code in a picture for none that was sent', () => {
    expect(classesOf({ label: 'Verification code', name: 'vcode' })).toEqual([null]);
    expect(classesOf({ label: 'Verification code' })).toEqual(['otp']);
  });

  it('knows a search box', () => {
    expect(
      classesOf(
        { type: 'search', name: 'q' },
        { placeholder: 'Suche nach Name oder Ort', name: 'q', form: 'search' },
      ),
    ).toEqual(['search', 'search']);
  });

  it('takes a user name in a form that searches for a search', () => {
    expect(classesOf({ label: 'User name', name: 'searchuser', form: 'search' })).toEqual([
      'search',
    ]);
    expect(classesOf({ label: 'User name', name: 'user' })).toEqual(['username']);
  });

  it('keeps an answer beside a question or a password, and any text of a person', () => {
    expect(
      classesOf({ label: 'Email' }, { type: 'password' }, { label: 'Answer', name: 'answer' }),
    ).toEqual(['email', 'password', 'security_answer']);
    expect(
      classesOf({ tag: 'textarea', label: 'Comments on our policy' }, { tag: 'textarea' }),
    ).toEqual(['message', 'message']);
  });

  it('lets a search for an address stand for the address', () => {
    expect(classesOf({ label: 'Find your street address' }, { label: 'City' })).toEqual([
      'address.street',
      'address.city',
    ]);
  });
});

describe('options', () => {
  const countries = ['Choose', 'Argentina', 'Austria', 'Brazil', 'Canada', 'Denmark', 'France'];
  it('knows lists by their content', () => {
    expect(
      classesOf(
        { tag: 'select', options: countries },
        { tag: 'select', options: ['Male', 'Female', 'Other'] },
        { tag: 'select', options: ['Visa', 'Mastercard', 'Amex'] },
        { tag: 'select', options: ['Herr', 'Frau', 'Divers'] },
        { tag: 'select', options: ['+1 USA', '+44 UK', '+49 Germany', '+33 France'] },
      ),
    ).toEqual(['address.country', 'gender', 'card.type', 'name.prefix', 'phone_country_code']);
  });

  it('reads a radio group as one question', () => {
    expect(
      classesOf({ type: 'radio', name: 'g', options: ['Männlich', 'Weiblich', 'Divers'] }),
    ).toEqual(['gender']);
  });
});

describe('neighbours', () => {
  const days = Array.from({ length: 31 }, (_, day) => String(day + 1));
  const months = Array.from({ length: 12 }, (_, month) => String(month + 1));
  const past = Array.from({ length: 90 }, (_, year) => String(2024 - year));
  const future = Array.from({ length: 12 }, (_, year) => String(2024 + year));
  const select = (options: string[], facts = {}) => ({ tag: 'select' as const, options, ...facts });

  it('joins day, month and year of a birth date', () => {
    expect(
      classesOf(select(days, { label: 'Date of birth' }), select(months), select(past)),
    ).toEqual(['dob', 'dob', 'dob']);
    expect(classesOf(select(days), select(months), select(past))).toEqual(['dob', 'dob', 'dob']);
  });

  it('joins month and year of a card', () => {
    expect(
      classesOf({ label: 'Card number' }, select(months, { label: 'Valid until' }), select(future)),
    ).toEqual(['card.number', 'card.expiry', 'card.expiry']);
  });

  it('takes years for the end of a card beside a card alone', () => {
    const lately = Array.from({ length: 8 }, (_, year) => String(2019 + year));
    expect(classesOf(select(lately, { id: 'since', label: 'Running since' }))).toEqual([null]);
    expect(classesOf(select(months, { label: 'Member since' }), select(lately))).toEqual([
      null,
      null,
    ]);
    expect(classesOf(select(months), select(future))).toEqual([null, null]);
    expect(classesOf({ label: 'Card number' }, select(months), select(future))).toEqual([
      'card.number',
      'card.expiry',
      'card.expiry',
    ]);
    expect(classesOf(select(months, { name: 'card_month' }), select(future))).toEqual([
      'card.expiry',
      'card.expiry',
    ]);
    expect(classesOf(select(future, { label: 'Expires' }))).toEqual(['card.expiry']);
  });

  it('takes a year alone for nothing', () => {
    expect(classesOf(select(past, { name: 'model_year', label: 'Year' }))).toEqual([null]);
  });

  it('joins the boxes of a card number', () => {
    const box = { maxLength: 4, type: 'tel' };
    expect(classesOf({ label: 'Card number', ...box }, box, box, box)).toEqual(
      Array(4).fill('card.number'),
    );
  });

  it('knows a row of one-character boxes as a code', () => {
    expect(classesOf(...Array.from({ length: 6 }, () => ({ maxLength: 1, type: 'tel' })))).toEqual(
      Array(6).fill('otp'),
    );
  });

  it('tells which name a "name" is', () => {
    expect(classesOf({ label: 'Name' }, { label: 'Surname' })).toEqual([
      'name.given',
      'name.family',
    ]);
    expect(classesOf({ label: 'Vorname' }, { label: 'Name' })).toEqual([
      'name.given',
      'name.family',
    ]);
    expect(classesOf({ label: 'Nom' }, { label: 'Prénom' })).toEqual(['name.family', 'name.given']);
    expect(classesOf({ label: 'Card number' }, { label: 'Name' })).toEqual([
      'card.number',
      'card.name',
    ]);
    expect(classesOf({ label: 'Name' }, { label: 'Message', tag: 'textarea' })).toEqual([
      'name.full',
      'message',
    ]);
  });

  it('takes the box before a password for who one is', () => {
    expect(classesOf({ name: 'x1' }, { type: 'password' })).toEqual(['username', 'password']);
    expect(classesOf({ label: 'E-Mail' }, { type: 'password' })).toEqual(['email', 'password']);
    expect(classesOf({ label: 'Email or username' }, { type: 'password' })).toEqual([
      'username_or_email',
      'password',
    ]);
  });

  it('joins a house number to its street', () => {
    expect(classesOf({ label: 'Street' }, { label: 'Number' })).toEqual([
      'address.street',
      'address.street',
    ]);
    expect(classesOf({ label: 'Colour' }, { label: 'Number' })).toEqual([null, null]);
  });

  it('keeps forms apart', () => {
    expect(classesOf({ name: 'x1', formKey: 1 }, { type: 'password', formKey: 2 })).toEqual([
      null,
      'password',
    ]);
  });
});

describe('writing', () => {
  it('is not expected in a line that is only called a text', () => {
    expect(classesOf({ name: 'UPSHiddenText' }, { label: 'Comments' })).toEqual([null, 'message']);
  });

  it('takes editable areas and text boxes of several lines for messages', () => {
    expect(
      classesOf(
        { tag: 'contenteditable' },
        { tag: 'textarea' },
        { tag: 'textarea', label: 'Delivery address' },
      ),
    ).toEqual(['message', 'message', 'address.street']);
  });
});

describe('verdicts', () => {
  it('say why, without any text of the page', () => {
    const [verdict] = classifyFields([field({ label: 'Email of Anna Schmidt', name: 'email' })]);
    expect(verdict?.why.length).toBeGreaterThan(1);
    expect(JSON.stringify(verdict)).not.toMatch(/anna|schmidt/i);
    expect(verdict?.confidence).toBeGreaterThan(0.7);
  });

  it('come in the order and number of the fields', () => {
    expect(classifyFields([])).toEqual([]);
    expect(classesOf({}, { type: 'email' }, { type: 'hidden', name: 'email' })).toEqual([
      null,
      'email',
      null,
    ]);
  });

  it('bear hostile strings', () => {
    const long = 'email '.repeat(50_000);
    expect(
      classesOf({ label: long, name: '__proto__', options: Array(500).fill('constructor') }),
    ).toHaveLength(1);
  });

  it('grow in proportion to the fields', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      field({ name: `email${index}`, formKey: 0 }),
    );
    expect(classifyFields(many).every((verdict) => verdict?.pii === 'email')).toBe(true);
  });
});
