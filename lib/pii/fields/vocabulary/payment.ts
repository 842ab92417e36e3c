import type { FieldVocabulary } from './concepts';

/** Cards and accounts. */
export const PAYMENT: readonly FieldVocabulary[] = [
  {
    concept: 'card.number',
    sure: `
      card number, cardnumber, card no, cardno, credit card number, creditcard number, credit card no, debit card number, cc number, ccnumber, credit number, cc num, cc no, ccnum, ccno, card num, cardnum, pan, credit card, creditcard, card number 1, number on card, payment card number, acct number card, bank card number, debit card, credit or debit card, your card number, gift card number,
      kartennummer, kreditkartennummer, kreditkarten nr, karten nr, kreditkarte, numero de carte, n de carte, carte de credit, numero carte, numero de carte bancaire, numero de la carte, numero de tarjeta, n de tarjeta, numero tarjeta, numero de la tarjeta, tarjeta de credito, numero carta, numero di carta, numero della carta, numero carta di credito, numero do cartao, numero de cartao, n do cartao, cartao de credito, cartao numero, kaartnummer, creditcardnummer, numer karty, nr karty, cislo karty, cislo kreditni karty, cislo platebni karty, broj kartice, broj kreditne kartice, stevilka kartice, kortnummer, kort nummer, kortnr, kontokortsnummer, kortin numero, korttinumero, luottokortin numero, kartyaszam, bankkartyaszam, kartya szama, numar card, numarul cardului, numar de card, kart numarasi, kart no, kredi karti numarasi, kaardi number, kartes numurs, korteles numeris, so the, nomor kartu,
      номер карты, номер банковской карты, номер кредитной карты, номер картки, номер на карта, номер на картата, αριθμος καρτας, رقم البطاقة, رقم بطاقة الائتمان, شماره کارت, מספר כרטיס, מספר כרטיס אשראי, カード番号, クレジットカード番号, 卡号, 信用卡号, 信用卡號碼, 银行卡号, 卡號, 카드번호, 카드 번호, หมายเลขบัตร`,
    hint: 'credit card details, tarjeta, carte bancaire, kreditkarten',
  },
  {
    concept: 'card.cvv',
    sure: `
      cvv, cvc, ccv, cvv2, cvc2, cvn, csc, cid, cvd, cvv cvc, cvc cvv, card security code, card verification, card verification code, card verification number, card verification value, card code, verification number card, security code cvv, security code card, cvv code, cvc code, cvv number, security code cvc, card cvv, cc cvv, cc csc, 3 digit code, three digit code,
      prufnummer, kartenprufnummer, kartenprufziffer, prufziffer, sicherheitscode, kartensicherheitscode, cryptogramme, cryptogramme visuel, code de securite, code securite, codigo de seguridad, codigo cvv, codice di sicurezza, codice cvv, codigo de seguranca, codigo de verificacao do cartao, beveiligingscode, veiligheidscode, kod bezpieczenstwa, kod cvv, bezpecnostni kod, kontrolni kod, ochranny kod, sigurnosni kod, varnostna koda, sakerhetskod, sikkerhedskode, sikkerhetskode, kontrolcifre, turvakoodi, turvatunnus, turvaluku, biztonsagi kod, ellenorzo kod kartya, cod de securitate, cod de siguranta, guvenlik kodu, kart guvenlik kodu, turvakood, drosibas kods, saugos kodas, ma bao mat, kode keamanan,
      код безопасности, защитный код, код cvv, код cvc, код безпеки, код за сигурност, κωδικος ασφαλειας, رمز الامان, رمز التحقق من البطاقة, קוד אבטחה, セキュリティコード, 安全码, 安全碼, 檢查碼, 보안코드, รหัสความปลอดภัย`,
    hint: 'security code, verification value, securitycode, verification number, card pin',
  },
  {
    concept: 'card.expiry',
    sure: `
      expiry, expiration, expiry date, expiration date, exp date, expdate, exp, expires, expires on, valid thru, valid until, valid through, expiry month, expiry year, expiration month, expiration year, exp month, exp year, expmonth, expyear, card expiry, card expiration, cc exp, cc month, cc year, card month, card year, exp mm, exp yy, mm yy, mm yyyy, valid to, validity, good thru, cc exp month, cc exp year, expiry mm yy, month year expiry,
      gultig bis, ablaufdatum, gultigkeit, verfallsdatum, gultigkeitsdatum, ablaufmonat, ablaufjahr, mm jj, mm jjjj, date d expiration, expire le, expire fin, date de validite, date expiration, mois d expiration, annee d expiration, mm aa, mm aaaa, fecha de caducidad, fecha de vencimiento, caducidad, vencimiento, fecha de expiracion, mes de caducidad, valida hasta, data di scadenza, scadenza, mese di scadenza, anno di scadenza, data de validade, validade, data de vencimento, validade do cartao, vervaldatum, geldig tot, vervalt, vervalmaand, vervaljaar, data waznosci, wazna do, termin waznosci, data wygasniecia, platnost do, platnost, platnost karty, datum platnosti, datum isteka, vrijedi do, datum poteka, veljavnost, utgangsdatum, giltig till, giltighetstid, utlobsdato, udlobsdato, gyldig til, utlopsdato, utlopsmaned, voimassa, voimassaoloaika, viimeinen voimassaolo, vanhenemispaiva, lejarat, lejarati datum, ervenyesseg, lejarat datuma, data expirarii, data de expirare, expira, valabil pana, son kullanma tarihi, son kullanma, gecerlilik, skt, aegumiskuupaev, kehtivusaeg, deriga lidz, galioja iki, ngay het han, masa berlaku,
      срок действия, действительна до, месяц год, мм гг, мм ггг, термін дії, дійсна до, валидна до, валидност, дата на изтичане, ημερομηνια ληξης, ληξη, ληγει, تاريخ الانتهاء, تاريخ انتهاء, تاریخ انقضا, תוקף, בתוקף עד, 有効期限, 有效期, 到期日, 有效期限, 유효기간, 만료일, วันหมดอายุ`,
  },
  {
    concept: 'card.name',
    sure: `
      name on card, name on the card, nameoncard, card name, cardholder, card holder, cardholder name, card holder name, card owner, credit card owner, cardholders name, card holders name, cc name, ccname, cc owner, creditcard owner, name on credit card, name as it appears on card, name as on card, cardname, credit card name, account holder, account holder name, account owner, card first name, card last name, cc holder, holder name, name on account, name appears on card,
      karteninhaber, name auf der karte, name des karteninhabers, kontoinhaber, inhaber, titulaire, titulaire de la carte, nom du titulaire, nom sur la carte, nom du porteur, nom figurant sur la carte, titular, titular de la tarjeta, nombre del titular, nombre en la tarjeta, nombre en tarjeta, nombre como aparece en la tarjeta, titulaire du compte, titolare, titolare della carta, intestatario, intestatario carta, nome sulla carta, nome titolare, nome del titolare, titular do cartao, nome no cartao, nome impresso no cartao, nome do titular, nome como esta no cartao, kaarthouder, naam op de kaart, naam kaarthouder, naam op kaart, rekeninghouder, posiadacz karty, wlasciciel karty, imie i nazwisko na karcie, imie i nazwisko posiadacza, nazwisko na karcie, drzitel karty, jmeno na karte, jmeno drzitele karty, meno na karte, drzitel karty meno, vlasnik kartice, ime na kartici, imetnik kartice, kortinnehavare, namn pa kortet, kortinnehavarens namn, kortholder, kortholders navn, navn pa kort, navn pa kortet, kortinnehaver, kortinhaver, kortin haltija, kortinhaltijan nimi, nimi kortissa, kortinhaltija, kartyabirtokos, kartyan szereplo nev, kartyatulajdonos, kartyabirtokos neve, nume pe card, numele de pe card, titular card, titularul cardului, detinator card, kart sahibi, kart uzerindeki isim, kart uzerindeki ad, kart sahibinin adi, kaardi omanik, kartes ipasnieks, ten tren the, ten chu the, nama pada kartu, nama di kartu,
      имя владельца карты, владелец карты, имя на карте, держатель карты, имя держателя, имя и фамилия на карте, ім я на картці, власник картки, име на картата, картодържател, притежател на карта, ονομα κατοχου, κατοχος καρτας, ονομα στην καρτα, اسم حامل البطاقة, الاسم على البطاقة, حامل البطاقة, نام دارنده کارت, שם בעל הכרטיס, בעל הכרטיס, カード名義, カード名義人, 名義人, 持卡人, 持卡人姓名, 카드 소유자, 카드 명의자, 소유자명, ชื่อบนบัตร, ชื่อผู้ถือบัตร`,
  },
  {
    concept: 'card.type',
    sure: `
      card type, cardtype, credit card type, cc type, cctype, type of card, payment card type, card brand, card network, kartentyp, kartenart, kreditkartentyp, kreditkartenart, type de carte, tipo de tarjeta, tipo di carta, tipo carta, tipo de cartao, bandeira, soort kaart, kaarttype, kaartsoort, rodzaj karty, typ karty, typ kreditni karty, vrsta kartice, korttyp, korttype, korttityyppi, kartya tipusa, kartyatipus, tip card, tipul cardului, kart tipi, kaardi tuup, тип карты, тип картки, вид карта, тип карта, τυπος καρτας, نوع البطاقة, סוג כרטיס, カード種類, カードの種類, 卡类型, 卡種, 카드 종류, ประเภทบัตร`,
  },
  {
    concept: 'iban',
    sure: 'iban, iban number, iban nummer, iban code, numero iban, codice iban, codigo iban, numer iban, cislo iban, международный номер счета',
  },
  {
    concept: 'bank_account',
    sure: `
      account number bank, bank account, bank account number, routing number, sort code, swift, bic, swift code, bic code, swift bic, aba number, aba routing, bsb, kontonummer, konto nummer, bankkonto, bankverbindung, bankleitzahl, blz, numero de compte, numero de compte bancaire, rib, cuenta bancaria, numero de cuenta, clabe, cbu, conto corrente, numero di conto, numero conto, conto bancario, conta bancaria, conta corrente, numero da conta, agencia e conta, nib, bankrekening, rekeningnummer, bankrekeningnummer, numer konta, numer rachunku, nr rachunku, numer konta bankowego, cislo uctu, bankovni ucet, cislo bankoveho uctu, broj racuna, bankkontonummer, kontonr, tilinumero, pankkitili, bankszamlaszam, szamlaszam, numar cont, cont bancar, banka hesap, hesap no, hesap numarasi, номер счета, расчетный счет, номер рахунку, банкова сметка, τραπεζικος λογαριασμος, رقم الحساب, الحساب البنكي, שדה חשבון בנק, חשבון בנק, 口座番号, 银行账号, 銀行帳號, 계좌번호`,
  },
];
