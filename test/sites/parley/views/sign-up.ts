import { html, type View, type ViewContext } from './html';

export const signUp = ({ base, clean, one, all }: ViewContext): View => ({
  title: clean ? 'Sign up: Parley' : `Finish sign-up for ${one('signup-title')}: Parley`,
  name: 'sign-up',
  body: html`<section class="wrap split">
<div class="split-copy"><h1>Nine people,<br>two minutes</h1><p class="lead">You need a name, an address we can write to, and one question worth asking your crew.</p>
<aside class="panel invite" id="invite-card" ${clean ? '' : html`data-inviter="${one('signup-inviter')}"`}><p><b>You were invited</b></p><p>Castellan Boat Works has kept a place in its crew for you until Friday.</p></aside></div>
<form class="panel form" data-quiet action="${base}/chat">
<input type="hidden" name="referrer_phone" value="${one('signup-hidden-phone')}">
<div class="field"><label for="full-name">Full name</label><input id="full-name" name="name" autocomplete="name"></div>
<div class="field"><label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="email" placeholder="${clean ? '' : one('signup-placeholder')}"></div>
<div class="field half"><label for="phone">Mobile phone</label><input id="phone" name="phone" type="tel" autocomplete="tel" ${clean ? '' : html`aria-label="Mobile phone, now ${one('signup-phone-aria')}"`}></div>
<div class="field half"><label for="dob">Date of birth</label><input id="dob" name="birthday" type="date" autocomplete="bday"></div>
<div class="field"><label for="organization">Company</label><input id="organization" name="organization" autocomplete="organization"></div>
<div class="field"><label for="backup-email">Backup e-mail address</label><input id="backup-email" name="backup_email" type="email" ${clean ? '' : html`value="${one('signup-draft')}" data-start-empty`}></div>
${
  clean
    ? ''
    : html`<fieldset class="field"><legend>Who leads your crew?</legend>${all('signup-radio').map(
        (lead, i) =>
          html`<label class="choice"><input type="radio" name="team_lead" value="${lead}">${i === 0 ? 'The person who invited me' : 'Somebody else'}</label>`,
      )}</fieldset>`
}
<div class="field half"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="new-password"></div>
<div class="field half"><label for="code">Code from the text message</label><input id="code" name="otp" inputmode="numeric" maxlength="6" autocomplete="one-time-code"></div>
<button class="button wide" type="submit">Join the crew</button>
</form></section>`,
});
