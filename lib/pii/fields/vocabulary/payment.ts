import type { FieldVocabulary } from './concepts';

/** Cards and accounts. */
export const PAYMENT: readonly FieldVocabulary[] = [
  {
    concept: 'card.number',
    sure: `
      card number, card no, cc number, credit number, cc num, cc no, ccno, card num, pan, credit card, number on card, acct number card, debit card,
      kartennummer, kreditkartennummer, kreditkarten nr, karten nr, kreditkarte, numero de carte, n de carte, carte de credit, numero carte, numero de la carte, numero de tarjeta, n de tarjeta, numero tarjeta, numero de la tarjeta, tarjeta de credito, numero carta, numero di carta, numero della carta, numero do cartao, numero de cartao, n do cartao, cartao de credito, cartao numero, kaartnummer, creditcardnummer, numer karty, nr karty, cislo karty, cislo kreditni karty, cislo platebni karty, broj kartice, broj kreditne kartice, stevilka kartice, kort nummer, kortnr, kontokortsnummer, kortin numero, korttinumero, luottokortin numero, kartyaszam, bankkartyaszam, kartya szama, numar card, numarul cardului, numar de card, kart numarasi, kart no, kredi karti numarasi, kaardi number, kartes numurs, korteles numeris, so the, nomor kartu,
      номер карты, номер банковской карты, номер кредитной карты, номер картки, номер на карта, номер на картата, αριθμος καρτας, رقم البطاقة, رقم بطاقة الائتمان, شماره کارت, מספר כרטיס, カード番号, 卡号, 卡號, 카드번호, 카드 번호, หมายเลขบัตร`,
    hint: 'credit card details, tarjeta, carte bancaire, kreditkarten',
  },
  {
    concept: 'card.cvv',
    sure: `
      cvv, cvc, ccv, cvn, csc, cid, cvd, cvv cvc, cvc cvv, card security code, card verification, card verification code, card verification number, card verification value, card code, verification number card, security code card, cvv code, cvc code, cvv number, card cvv, cc cvv, cc csc, 3 digit code, three digit code,
      prufnummer, kartenprufnummer, kartenprufziffer, prufziffer, sicherheitscode, kartensicherheitscode, cryptogramme, code de securite, code securite, codigo de seguridad, codigo cvv, codice di sicurezza, codice cvv, codigo de seguranca, codigo de verificacao do cartao, beveiligingscode, veiligheidscode, kod bezpieczenstwa, kod cvv, bezpecnostni kod, kontrolni kod, ochranny kod, sigurnosni kod, varnostna koda, sakerhetskod, sikkerhedskode, sikkerhetskode, kontrolcifre, turvakoodi, turvatunnus, turvaluku, biztonsagi kod, ellenorzo kod kartya, cod de securitate, cod de siguranta, guvenlik kodu, turvakood, drosibas kods, saugos kodas, ma bao mat, kode keamanan,
      код безопасности, защитный код, код безпеки, код за сигурност, κωδικος ασφαλειας, رمز الامان, رمز التحقق من البطاقة, קוד אבטחה, セキュリティコード, 安全码, 安全碼, 檢查碼, 보안코드, รหัสความปลอดภัย`,
    hint: 'security code, verification value, verification number, card pin',
  },
  {
    concept: 'card.expiry',
    sure: `
      expiry, expiration, expdate, exp, expires, valid thru, valid until, valid through, expmonth, expyear, cc exp, cc month, cc year, card month, card year, exp mm, exp yy, mm yy, mm yyyy, valid to, validity, good thru,
      gultig bis, ablaufdatum, gultigkeit, verfallsdatum, gultigkeitsdatum, ablaufmonat, ablaufjahr, mm jj, mm jjjj, expire le, expire fin, date de validite, mm aa, mm aaaa, caducidad, vencimiento, fecha de expiracion, valida hasta, scadenza, validade, data de vencimento, vervaldatum, geldig tot, vervalt, vervalmaand, vervaljaar, data waznosci, wazna do, termin waznosci, data wygasniecia, platnost, datum platnosti, datum isteka, vrijedi do, datum poteka, veljavnost, utgangsdatum, giltig till, giltighetstid, utlobsdato, udlobsdato, gyldig til, utlopsdato, utlopsmaned, voimassa, voimassaoloaika, viimeinen voimassaolo, vanhenemispaiva, lejarat, lejarati datum, ervenyesseg, data expirarii, data de expirare, expira, valabil pana, son kullanma, gecerlilik, skt, aegumiskuupaev, kehtivusaeg, deriga lidz, galioja iki, ngay het han, masa berlaku,
      срок действия, действительна до, месяц год, мм гг, мм ггг, термін дії, дійсна до, валидна до, валидност, дата на изтичане, ημερομηνια ληξης, ληξη, ληγει, تاريخ الانتهاء, تاريخ انتهاء, تاریخ انقضا, תוקף, בתוקף עד, 有効期限, 有效期, 到期日, 유효기간, 만료일, วันหมดอายุ`,
  },
  {
    concept: 'card.name',
    sure: `
      nameoncard, card holder, card owner, credit card owner, cardholders name, ccname, cc owner, creditcard owner, cardname, account holder, account owner, cc holder, holder name, name on account,
      karteninhaber, name des karteninhabers, kontoinhaber, inhaber, titulaire, nom du titulaire, nom du porteur, titular, nombre del titular, titolare, intestatario, nome titolare, nome del titolare, nome do titular, kaarthouder, naam kaarthouder, rekeninghouder, posiadacz karty, wlasciciel karty, imie i nazwisko na karcie, imie i nazwisko posiadacza, drzitel karty, drzitel karty meno, vlasnik kartice, imetnik kartice, kortinnehavare, kortinnehavarens namn, kortholder, kortholders navn, kortinnehaver, kortinhaver, kortin haltija, kortinhaltijan nimi, kartyabirtokos, kartyatulajdonos, kartyabirtokos neve, titularul cardului, detinator card, kart sahibi, kart sahibinin adi, kaardi omanik, kartes ipasnieks, ten tren the, ten chu the, nama pada kartu, nama di kartu,
      владелец карты, держатель карты, имя держателя, ім я на картці, власник картки, картодържател, притежател на карта, ονομα κατοχου, κατοχος καρτας, اسم حامل البطاقة, حامل البطاقة, שם בעל הכרטיס, בעל הכרטיס, カード名義, 名義人, 持卡人, 持卡人姓名, 카드 소유자, 카드 명의자, 소유자명`,
  },
  {
    concept: 'card.type',
    sure: `
      card type, credit card type, cc type, type of card, card brand, card network, kartentyp, kartenart, kreditkartentyp, kreditkartenart, type de carte, tipo de tarjeta, tipo di carta, tipo carta, tipo de cartao, bandeira, soort kaart, kaarttype, kaartsoort, rodzaj karty, typ karty, typ kreditni karty, vrsta kartice, korttyp, korttype, korttityyppi, kartya tipusa, kartyatipus, tip card, tipul cardului, kart tipi, kaardi tuup, тип карты, тип картки, вид карта, тип карта, τυπος καρτας, نوع البطاقة, סוג כרטיס, カード種類, カードの種類, 卡类型, 卡種, 카드 종류, ประเภทบัตร`,
  },
  {
    concept: 'iban',
    sure: 'iban, iban number, iban nummer, iban code, numero iban, codice iban, codigo iban, numer iban, cislo iban, международный номер счета',
  },
  {
    concept: 'bank_account',
    sure: `
      account number bank, bank account, routing number, sort code, swift, bic, bic code, aba number, aba routing, bsb, konto nummer, bankkonto, bankverbindung, bankleitzahl, blz, numero de compte, rib, cuenta bancaria, numero de cuenta, clabe, cbu, conto corrente, numero di conto, numero conto, conto bancario, conta bancaria, conta corrente, numero da conta, agencia e conta, nib, bankrekening, rekeningnummer, bankrekeningnummer, numer konta, numer rachunku, nr rachunku, cislo uctu, bankovni ucet, cislo bankoveho uctu, broj racuna, bankkontonummer, kontonr, tilinumero, pankkitili, bankszamlaszam, szamlaszam, numar cont, cont bancar, banka hesap, hesap no, hesap numarasi, номер счета, расчетный счет, номер рахунку, банкова сметка, τραπεζικος λογαριασμος, رقم الحساب, الحساب البنكي, חשבון בנק, 口座番号, 银行账号, 銀行帳號, 계좌번호`,
  },
];
