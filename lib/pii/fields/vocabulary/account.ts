import type { FieldVocabulary } from './concepts';

/** Signing in, signing up and reaching somebody. */
export const ACCOUNT: readonly FieldVocabulary[] = [
  {
    concept: 'email',
    sure: `
      email, e mail, email address, e mail address, mail address, email adress, your email, emailid, email id, work email, user email, login email,
      mailadresse, email adresse, e mail adresse, mail adresse, emailadres, e mailadres, e mail adres, adresse email, adresse e mail, adresse mail, adresse electronique, courriel, adresse courriel, courrier electronique,
      correo, correo electronico, direccion de correo, direccion de correo electronico, direccion de email, indirizzo email, indirizzo e mail, indirizzo mail, indirizzo di posta elettronica, posta elettronica, endereco de email, endereco de e mail, correio eletronico, correio electronico,
      adres email, adres e mail, adres mailowy, e mailova adresa, emailova adresa, emailovy*, e mailovy*, emailem, e mailem, elektronicka posta, mejl, e post, epost, e postadress, epostadress, e postadresse, epostadresse, sahkoposti*, sahkopostiosoite, meiliaadress, e pasts, el pastas, el pasto adresas,
      adresa de email, adresa email, adresa de e mail, adresa e mail, eposta, e posta, eposta adresi, e posta adresi, e mail cim, email cim, emailcim, surel, alamat email, thu dien tu, dia chi email,
      электронная почта, электронной почты, электронную почту, эл почта, эл почты, адрес электронной почты, имейл, емейл, емайл, мейл, е мейл, е майл, електронна пошта, електронної пошти, ел пошта, електронна поща, имейл адрес, ηλεκτρονικη διευθυνση, ηλεκτρονικο ταχυδρομειο,
      البريد الالكتروني, بريد الكتروني, البريد الإلكتروني, الايميل, بريدك الالكتروني, بريدك الإلكتروني, ایمیل, پست الکترونیک, דואר אלקטרוני, אימייל, דואל,
      メール, メールアドレス, eメール, 電子メール, 邮箱, 郵箱, 电子邮件, 電子郵件, 电子邮箱, 電郵, 邮件地址, 이메일, 전자우편, อีเมล, อีเมล์`,
    hint: 'mail, newsletter, correo e, почта, пошта, 電子信箱, 信箱',
  },
  {
    concept: 'phone',
    sure: `
      phone, telephone, phone number, phone no, telephone number, telephone no, tel, tel no, mobile, mobile number, mobile no, mobile phone, cell, cell phone, cellphone, cellular, home phone, work phone, day phone, area code, codigo de area, landline, land line, daytime phone, evening phone, contact number, contact no, phone nr, fax, fax number, whatsapp, msisdn,
      telefon*, telefonnummer, telefon nummer, telefonnr, handy, handynummer, mobil, mobilnummer, mobiltelefon, rufnummer, mobilfunk*, vorwahl, festnetz*, telefax, numero de telephone, numero telephone, num tel, no de telephone, portable, numero de portable, telephone portable, telephone mobile, telephone fixe,
      telefono, numero de telefono, telefono movil, numero de celular, movil, celular, telefono celular, telefono fijo, telefono de contacto, numero di telefono, cellulare, numero di cellulare, recapito telefonico, recapito, telefone, telemovel, numero de telemovel, numero de telefone, celular com ddd, ddd, telefone fixo, contacto telefonico,
      telefoon*, telefoonnummer, mobiele nummer, mobiel, mobiele telefoon, mobiel nummer, gsm, gsm nummer, numer telefonu, nr telefonu, nr tel, telefon komorkowy, komorka, telefon kontaktowy, telefonni cislo, tel cislo, telefonne cislo, mobilni telefon, mobilny telefon, mobilni tel, broj telefona, broj mobitela, mobitel, kontakt telefon, telefonska stevilka, telefona numurs, talrunis, telefono numeris, telefoninumber, mobiil,
      telefonszam, mobilszam, mobiltelefonszam, numar de telefon, numar telefon, nr de telefon, telefon mobil, cep telefonu, telefon numarasi, cep tel, cep numarasi, gsm numarasi, puhelin, puhelinnumero, matkapuhelin*, puh, mobiltlf, tlf, tlf nr, telefonnr, mobilnr, mobiltelefonnummer, nomor telepon, nomor hp, nomor ponsel, no hp, telepon, handphone, so dien thoai, dien thoai,
      телефон*, номер телефона, номер мобильного, мобильный, мобильный телефон, контактный телефон, моб телефон, мобилен телефон, мобилен, телефонен номер, телефонний номер, мобильного телефона, номер телефону, тел, τηλεφωνο*, κινητο, κινητο τηλεφωνο, σταθερο τηλεφωνο, αριθμος τηλεφωνου, τηλ,
      الهاتف, رقم الهاتف, هاتف, الجوال, جوال, رقم الجوال, الموبايل, موبايل, رقم الموبايل, الهاتف المحمول, رقم التليفون, التليفون, رقم هاتفك, تلفن, شماره تلفن, موبایل, شماره موبایل, شماره همراه, تلفن همراه, טלפון, נייד, טלפון נייד, מספר טלפון, סלולרי,
      電話, 電話番号, 携帯, 携帯電話, 携帯番号, 电话, 手机, 手机号, 手机号码, 手機, 電話號碼, 手機號碼, 聯絡電話, 联系电话, 行動電話, 연락처, 전화, 전화번호, 휴대폰, 휴대전화, 핸드폰, เบอร์โทร, โทรศัพท์, เบอร์โทรศัพท์, เบอร์มือถือ, มือถือ`,
    hint: 'ph, mob, daytime, contact phone, číslo mobilu, numer kontaktowy, kontaktnummer',
  },
  {
    concept: 'phone_country_code',
    sure: `
      phone country code, phone code, dial code, dialing code, dialling code, calling code, phone prefix, mobile prefix, tel prefix, telephone prefix, phone country, country calling code, international code, isd code, phone area,
      landesvorwahl, landervorwahl, vorwahl land, indicatif, indicatif pays, indicatif telephonique, prefijo, prefijo telefonico, prefijo internacional, prefisso, prefisso internazionale, prefisso telefonico, indicativo, codigo do pais, landcode, landnummer, landskod, landekode, landskode, predvolba, kierunkowy, numer kierunkowy, ulke kodu, maatunnus, maan suuntanumero, elohivo, prefix telefonic, код країни, код на страната, 国番号, 국가번호, 国家区号, 國碼`,
    hint: 'country code, prefix, код страны, код країни, codigo de pais, code pays',
  },
  {
    concept: 'username',
    sure: `
      username, user name, user id, userid, login id, loginid, loginname, login name, login, user login, screen name, screenname, nickname, nick, account name, handle, member id, membername, member name, user account, account id, customer id, gamertag, online id, uname, uid, usr, display name, profile name, access id, logon id, logon,
      benutzername, benutzer, benutzerkennung, benutzer id, nutzername, anmeldename, kennung, benutzerkonto, mitgliedsname, nom d utilisateur, nom utilisateur, identifiant, pseudo, pseudonyme, identifiant de connexion,
      nombre de usuario, usuario, nick de usuario, nome utente, utente, id utente, nome de usuario, nome de utilizador, utilizador, nome do usuario, gebruikersnaam, gebruiker, inlognaam, nazwa uzytkownika, uzytkownik, uzivatelske jmeno, prihlasovaci jmeno, uzivatelske meno, prihlasovacie meno, prezdivka, prezyvka, korisnicko ime, uporabnisko ime,
      anvandarnamn, brukernavn, brugernavn, kayttajatunnus, kayttajanimi, kayttaja, nimimerkki, felhasznalonev, felhasznaloi nev, nume de utilizator, nume utilizator, utilizator, kullanici adi, kullanici, kasutajanimi, lietotajvards, vartotojo vardas, ten dang nhap, ten nguoi dung, nama pengguna, nama user,
      имя пользователя, логин, пользователь, никнейм, ник, псевдоним, логін, ім я користувача, потребителско име, потребител, ονομα χρηστη, χρηστης, اسم المستخدم, المستخدم, نام کاربری, שם משתמש,
      ユーザー名, ユーザ名, ユーザーid, ログインid, ニックネーム, 会員id, 会員番号, 用户名, 用戶名, 使用者名稱, 帳號, 账号, 帐号, 昵称, 暱稱, 아이디, 닉네임, 사용자 이름, 사용자명, ชื่อผู้ใช้`,
    hint: 'user, account, alias',
  },
  {
    concept: 'username_or_email',
    sure: `
      username or email, user name or email, email or username, email or user name, username email, email username, username or e mail, e mail or username, username or email address, email address or username, email or phone, email or mobile, phone or email, mobile or email, email or mobile number, email address or phone number, email or phone number, phone number or email, mobile number or email, phone email, email phone, email or user id, email address or user id, user id or email, user id or email address, email or login, login or email, email or nickname, email or member number, email or id, email login, email phone or username, phone email or username, phone number email or username, phone number username or email, email or customer id, username or phone, email or account, user name email, email user name, email or card number, email or loyalty number,
      benutzername oder email, benutzername oder e mail, e mail oder benutzername, email oder benutzername, e mail adresse oder benutzername, benutzername oder e mail adresse, benutzername e mail, e mail adresse oder kundennummer, e mail oder telefonnummer, identifiant ou email, email ou identifiant, nom d utilisateur ou e mail, nom d utilisateur ou email, e mail ou telephone, identifiant ou adresse e mail, adresse e mail ou nom d utilisateur, usuario o email, email o usuario, correo o usuario, usuario o correo, usuario o correo electronico, nombre de usuario o correo electronico, correo electronico o telefono, nome utente o email, email o nome utente, nome utente o indirizzo email, email ou usuario, usuario ou email, email ou cpf, e mail ou cpf, cpf ou e mail, cpf ou email, e mail ou telefone, gebruikersnaam of e mailadres, e mailadres of gebruikersnaam, email of gebruikersnaam, login lub e mail, e mail lub login, login lub adres e mail, nazwa uzytkownika lub adres e mail, e mail nebo uzivatelske jmeno, prihlasovaci jmeno nebo e mail, anvandarnamn eller e post, e post eller anvandarnamn, brugernavn eller e mail, brukernavn eller e post, kayttajatunnus tai sahkoposti, sahkoposti tai kayttajatunnus, felhasznalonev vagy e mail, e posta veya kullanici adi, kullanici adi veya e posta, e posta veya telefon, логин или email, email или логин, логин или e mail, e mail или логин, телефон или email, email или телефон, телефон или e mail, e mail или телефон, почта или телефон, телефон или почта, имя пользователя или email, имя пользователя или e mail, логин или почта, ユーザー名またはメールアドレス, メールアドレスまたは, 用户名或邮箱, 手机号或邮箱, 邮箱或手机号, 手机号/邮箱, 아이디 또는 이메일, 이메일 또는 전화번호`,
  },
  {
    concept: 'password',
    sure: `
      password, passwd, pwd, pass word, passwort, passphrase, pw, userpass, new password, current password, old password, confirm password, repeat password, retype password, verify password, parol*,
      kennwort, passwort wiederholen, mot de passe, mdp, contrasena, clave de acceso, senha, palavra passe, palavra chave, wachtwoord, haslo, heslo, lozinka, geslo, sifra, losenord, passord, adgangskode, kodeord, salasana, jelszo, parola, sifre, parole, slaptazodis, mat khau, kata sandi, sandi, пароль, пароля, парола, κωδικος προσβασης, συνθηματικο, كلمة المرور, كلمة السر, رمز عبور, گذرواژه, סיסמה, סיסמא, パスワード, 暗証番号, 密码, 密碼, 비밀번호, 암호, รหัสผ่าน`,
    hint: 'pass, pin, pin code number, clave, contrasenya, secret',
  },
  {
    concept: 'otp',
    sure: `
      otp, one time code, one time password, one time passcode, onetimecode, verification code, authentication code, auth code, 2fa, two factor, two factor code, mfa, mfa code, totp, authenticator, authenticator code, sms code, sms pin, security token, login code, confirmation code, verify code, passcode, access code, tan, mtan, token code, two step, backup code, recovery code, activation code, phone code verification, sms verification,
      bestatigungscode, verifizierungscode, sicherheitscode per sms, einmalpasswort, einmalcode, code de verification, code de validation, code a usage unique, code de confirmation, code sms, codigo de verificacion, codigo de confirmacion, codigo sms, codigo de un solo uso, codice di verifica, codice otp, codice di conferma, codigo de verificacao, codigo de confirmacao, codigo de seguranca sms, verificatiecode, bevestigingscode, eenmalige code, kod weryfikacyjny, kod sms, kod jednorazowy, overovaci kod, verifieringskod, engangskode, bekraftelsekode, bekreftelseskode, vahvistuskoodi, kertakayttokoodi, ellenorzo kod, cod de verificare, dogrulama kodu, onay kodu, код подтверждения, код из смс, код из sms, одноразовый код, код підтвердження, код за потвърждение, κωδικος επαληθευσης, رمز التحقق, کد تایید, קוד אימות, 認証コード, 確認コード, 验证码, 驗證碼, 短信验证码, 动态码, 인증번호, 인증 코드, รหัสยืนยัน`,
    hint: 'token, enter code, 6 digit code, digit code',
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
