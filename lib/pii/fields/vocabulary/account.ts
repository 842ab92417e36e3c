import type { FieldVocabulary } from './concepts';

/** Signing in, signing up and reaching somebody. */
export const ACCOUNT: readonly FieldVocabulary[] = [
  {
    concept: 'email',
    sure: `
      e mail, mail address, emailid, login email,
      mail adresse, e mailadres, adresse mail, adresse electronique, courriel, courrier electronique,
      correo, indirizzo mail, posta elettronica, endereco de email, endereco de e mail, correio eletronico, correio electronico,
      adres mailowy, e mailova adresa, emailova adresa, emailovy*, e mailovy*, e mailem, elektronicka posta, mejl, e post, e postadress, e postadresse, sahkoposti*, meiliaadress, e pasts, el pastas, el pasto adresas,
      e posta, emailcim, surel, thu dien tu,
      электронная почта, электронной почты, электронную почту, эл почта, эл почты, имейл, емейл, мейл, е майл, електронна пошта, електронної пошти, ел пошта, електронна поща, ηλεκτρονικη διευθυνση, ηλεκτρονικο ταχυδρομειο,
      بريد الكتروني, البريد الإلكتروني, الايميل, بريدك الإلكتروني, ایمیل, پست الکترونیک, דואר אלקטרוני, אימייל, דואל,
      メール, 邮箱, 郵箱, 电子邮件, 電子郵件, 電郵, 邮件地址, 이메일, 전자우편, อีเมล`,
    hint: 'mail, newsletter, почта, пошта, 信箱',
  },
  {
    concept: 'phone',
    sure: `
      phone, telephone, tel, tel no, mobile, cell, cellphone, cellular, area code, codigo de area, land line, contact number, contact no, fax, fax number, whatsapp, msisdn,
      telefon*, handy, handynummer, mobil, mobilnummer, mobiltelefon, rufnummer, mobilfunk*, vorwahl, festnetz*, telefax, num tel, portable,
      movil, celular, cellulare, recapito, telemovel, ddd,
      telefoon*, mobiele nummer, mobiel, gsm, gsm nummer, nr tel, komorka, tel cislo, broj mobitela, mobitel, talrunis, mobiil,
      mobilszam, mobiltelefonszam, cep telefonu, cep tel, cep numarasi, gsm numarasi, puhelin, puhelinnumero, matkapuhelin*, puh, mobiltlf, tlf, tlf nr, mobilnr, mobiltelefonnummer, nomor hp, nomor ponsel, no hp, telepon, handphone, dien thoai,
      телефон*, номер мобильного, мобильный, мобилен, тел, τηλεφωνο*, κινητο, τηλ,
      الهاتف, هاتف, الجوال, جوال, الموبايل, التليفون, رقم هاتفك, تلفن, موبایل, شماره همراه, טלפון, נייד, סלולרי,
      電話, 携帯, 电话, 手机, 手機, 연락처, 전화, 휴대폰, 핸드폰, เบอร์โทร, โทรศัพท์, มือถือ`,
    hint: 'ph, mob, daytime, číslo mobilu, numer kontaktowy, kontaktnummer',
  },
  {
    concept: 'phone_country_code',
    sure: `
      phone code, dial code, dialing code, dialling code, calling code, phone prefix, mobile prefix, tel prefix, telephone prefix, phone country, country calling code, international code, isd code, phone area,
      landesvorwahl, landervorwahl, vorwahl land, indicatif, indicatif pays, prefijo, prefijo telefonico, prefisso, prefisso telefonico, indicativo, codigo do pais, landcode, landnummer, landskod, landekode, landskode, predvolba, kierunkowy, ulke kodu, maatunnus, maan suuntanumero, elohivo, prefix telefonic, код країни, код на страната, 国番号, 국가번호, 国家区号, 國碼`,
    hint: 'country code, prefix, код страны, codigo de pais, code pays',
  },
  {
    concept: 'username',
    sure: `
      user name, user id, loginid, loginname, login, screen name, nickname, nick, account name, handle, member id, member name, user account, account id, customer id, gamertag, online id, uname, uid, usr, display name, profile name, access id, logon,
      benutzername, benutzer, benutzerkennung, nutzername, anmeldename, kennung, benutzerkonto, mitgliedsname, nom d utilisateur, nom utilisateur, identifiant, pseudo, pseudonyme,
      nombre de usuario, usuario, nome utente, utente, nome de usuario, nome de utilizador, utilizador, nome do usuario, gebruikersnaam, gebruiker, inlognaam, nazwa uzytkownika, uzytkownik, uzivatelske jmeno, prihlasovaci jmeno, uzivatelske meno, prihlasovacie meno, prezdivka, prezyvka, korisnicko ime, uporabnisko ime,
      anvandarnamn, brukernavn, brugernavn, kayttajatunnus, kayttajanimi, kayttaja, nimimerkki, felhasznalonev, felhasznaloi nev, nume de utilizator, nume utilizator, utilizator, kullanici, kasutajanimi, lietotajvards, vartotojo vardas, ten dang nhap, ten nguoi dung, nama pengguna, nama user,
      имя пользователя, логин, пользователь, никнейм, ник, псевдоним, логін, ім я користувача, потребителско име, потребител, ονομα χρηστη, χρηστης, اسم المستخدم, المستخدم, نام کاربری, שם משתמש,
      ユーザー名, ユーザ名, ユーザーid, ログインid, ニックネーム, 会員id, 会員番号, 用户名, 用戶名, 使用者名稱, 帳號, 账号, 帐号, 昵称, 暱稱, 아이디, 닉네임, 사용자 이름, 사용자명, ชื่อผู้ใช้`,
    hint: 'user, account, alias',
  },
  {
    concept: 'username_or_email',
    sure: `
      email or member number, email or id, email phone or username, phone number email or username, phone number username or email, username or phone, email or card number, email or loyalty number,
      e mail adresse oder kundennummer, email ou cpf, e mail ou cpf, cpf ou e mail, cpf ou email, メールアドレスまたは`,
  },
  {
    concept: 'password',
    sure: `
      passwd, pwd, pass word, passwort, passphrase, pw, userpass, parol*,
      kennwort, mot de passe, mdp, contrasena, clave de acceso, senha, palavra passe, palavra chave, wachtwoord, haslo, heslo, lozinka, geslo, sifra, losenord, passord, adgangskode, kodeord, salasana, jelszo, sifre, slaptazodis, mat khau, sandi, пароль, пароля, парола, κωδικος προσβασης, συνθηματικο, كلمة المرور, كلمة السر, رمز عبور, گذرواژه, סיסמה, סיסמא, パスワード, 暗証番号, 密码, 密碼, 비밀번호, 암호, รหัสผ่าน`,
    hint: 'pass, pin, pin code number, clave, contrasenya, secret',
  },
  {
    concept: 'otp',
    sure: `
      otp, one time code, one time password, verification code, authentication code, auth code, 2fa, two factor, mfa, mfa code, totp, authenticator, sms code, sms pin, security token, login code, confirmation code, verify code, passcode, access code, tan, mtan, token code, two step, backup code, recovery code, activation code, phone code verification, sms verification,
      bestatigungscode, verifizierungscode, sicherheitscode per sms, einmalpasswort, einmalcode, code de verification, code de validation, code a usage unique, code de confirmation, code sms, codigo de verificacion, codigo de confirmacion, codigo sms, codigo de un solo uso, codice di verifica, codice otp, codice di conferma, codigo de verificacao, codigo de confirmacao, codigo de seguranca sms, verificatiecode, bevestigingscode, eenmalige code, kod weryfikacyjny, kod sms, kod jednorazowy, overovaci kod, verifieringskod, engangskode, bekraftelsekode, bekreftelseskode, vahvistuskoodi, kertakayttokoodi, ellenorzo kod, cod de verificare, dogrulama kodu, onay kodu, код подтверждения, код из смс, код из sms, одноразовый код, код підтвердження, код за потвърждение, κωδικος επαληθευσης, رمز التحقق, کد تایید, קוד אימות, 認証コード, 確認コード, 验证码, 驗證碼, 动态码, 인증번호, 인증 코드, รหัสยืนยัน`,
    hint: 'token, enter code, digit code',
  },
  {
    concept: 'security_answer',
    sure: `
      security answer, secret answer, answer to security question, security question answer, your answer, challenge answer, answer 1, answer 2, answer 3,
      sicherheitsantwort, geheime antwort, antwort auf sicherheitsfrage, reponse secrete, reponse de securite, respuesta secreta, respuesta de seguridad, risposta segreta, risposta di sicurezza, resposta secreta, resposta de seguranca, geheim antwoord, odpowiedz na pytanie, tajna odpoved, kontrolni odpoved, bezpecnostni odpoved, hemligt svar, hemmeligt svar, turvavastaus, titkos valasz, raspuns secret, guvenlik cevabi, секретный ответ, ответ на секретный вопрос, ответ на вопрос, таємна відповідь, 秘密の答え, 密保答案, 安全问题答案, 보안 답변`,
    hint: 'answer, antwort, reponse, respuesta, risposta, resposta, antwoord, odpowiedz, odpoved, svar, ответ, 回答, 答案',
  },
  {
    concept: 'security_question',
    sure: `
      security question, secret question, challenge question, sicherheitsfrage, geheime frage, question secrete, question de securite, pregunta secreta, pregunta de seguridad, domanda segreta, domanda di sicurezza, pergunta secreta, pergunta de seguranca, geheime vraag, pytanie pomocnicze, kontrolni otazka, bezpecnostni otazka, hemlig fraga, sikkerhedssporgsmal, turvakysymys, titkos kerdes, intrebare secreta, guvenlik sorusu, секретный вопрос, контрольный вопрос, таємне питання, 秘密の質問, 密保问题, 安全问题, 보안 질문`,
  },
];
