import type { FieldVocabulary } from './concepts';

/** What a person is called. */
export const NAMES: readonly FieldVocabulary[] = [
  {
    concept: 'name.given',
    sure: `
      first name, given name, given names, forename, forenames, f name, name first, christian name, first names, nome first, first and middle name, first name and middle initial,
      vorname, vornamen, rufname, prenom, prenoms, primer nombre de pila, nombre s, nome proprio, primeiro nome de batismo, voornaam, roepnaam, voornamen, imie, imiona, krestni krstne fornavn, fornamn, tilltalsnamn, etunimi, etunimet, keresztnev, utonev, prenume, prenumele, adiniz, eesnimi, vards, vardas, ten dem, nama depan,
      ваше имя ім я, имена, الإسم الأول, اسم الاول, اسمك الاول, نام, שם פרטי, 名, 名前 名, めい, メイ`,
    hint: 'given, forname, first, vname',
  },
  {
    concept: 'name.middle',
    sure: `
      middle name, middle initial, m name, mi, name middle, second given name, patronymic, zweiter vorname, deuxieme prenom, segundo nombre, secondo nome, nome do meio, tweede voornaam, drugie imie, prostredni jmeno, mellannamn, mellomnavn, mellemnavn, toinen nimi, отчество, по батькові, презиме, бащино име, πατρωνυμο, اسم الاب, الاسم الاوسط, ミドルネーム, 中间名`,
    hint: 'tussenvoegsel, middle, initial, initials, voorletters, initialen',
  },
  {
    concept: 'name.family',
    sure: `
      last name, family name, sur name, second name, l name, name last, last names, surnames, maiden name,
      nachname, familienname, zuname, geburtsname, nom de famille, nom de naissance, apellido, apellidos, cognome, sobrenome, apelido, apelidos, ultimo nome, achternaam, familienaam, nazwisko, prijmeni, priezvisko, prezime, priimek, efternavn, etternavn, efternamn, slektsnavn, sukunimi, vezeteknev, csaladnev, csaladi nev, nume de familie, soyisim, soyadi, soyadiniz, soyad, perekonnanimi, perenimi, uzvards, pavarde, nama belakang, ho va ten dem,
      фамилия, фамилию, прізвище, фамилно име, επωνυμο, επιθετο, الإسم الأخير, اللقب, اسم العائله, نام خانوادگی, שם משפחה, 姓, 苗字, 名字 姓, お名前 姓, せい, セイ, 성, นามสกุล`,
    hint: 'last, family, фамилно, apell',
  },
  {
    concept: 'name.full',
    sure: `
      nombre, nombres, nome, jmeno, meno, ime, isim, ad, nom, nume, numele, имя, ονομα, име, 이름, ชื่อ,
      full name, your name, contact name, contact person, complete name, legal name, recipient, receiver name, customer name, person name, real name, author name, sender name, attention, passenger name, guest name, recipients name, shipping name, billing name, delivery name,
      vollstandiger name, vor und nachname, ihr name, dein name, empfanger, ansprechpartner, vor und zuname, nom complet, votre nom, destinataire, nombres y apellidos, destinatario, nome completo, seu nome, il tuo nome, volledige naam, naam, uw naam, je naam, voor en achternaam, vase meno, vase ime, namn, ditt namn, for och efternamn, navn, dit navn, ditt navn, fulde navn, fullt navn, for og efternavn, for og etternavn, fornavn og efternavn, nimi, koko nimi, nimesi, etu ja sukunimi, nev, teljes nev, neve, nume complet, adi soyadi, tam ad, ees ja perekonnanimi, nama, nama lengkap, nama penerima, ho ten, ten,
      фио, ф и о, фамилия имя отчество, как вас зовут, контактное лицо, получатель, піб, ваше ім я, ім я та прізвище, прізвище та ім я, прізвище ім я, трите имена, ονοματεπωνυμο, اسم, اسمك, الإسم, שם, השם שלך,
      氏名, 名前, ご芳名, 收件人, 收货人, 收貨人, 联系人, 聯絡人, 성명, 받는 사람, 받는분, 수령인`,
    hint: 'name, kontaktperson, контакт, kontakt',
  },
  {
    concept: 'name.prefix',
    sure: `
      salutation, honorific, mr mrs, mr ms, name prefix, name title, anrede, civilite, tratamiento, tratamento, appellativo, aanhef, zwrot grzecznosciowy, osloveni, oslovenie, tiltale, tilltal, puhuttelu, megszolitas, formula de adresare, обращение, звертання, обръщение, προσφωνηση, 敬称, 稱謂, 称谓, 호칭`,
    hint: 'title, prefix, titel, titre, titulo, titolo, titul, suffix, courtesy title',
  },
  {
    concept: 'gender',
    sure: `
      gender, sex, geschlecht, genre, sexe, genero, sexo, genere, sesso, geslacht, plec, pohlavi, pohlavie, spol, kon, kjonn, sukupuoli, nem, neme, cinsiyet, cinsiyetiniz, sugu, dzimums, lytis, gioi tinh, jenis kelamin, пол, стать, φυλο, الجنس, جنسیت, מין, 性別, 性别, 성별, เพศ, pronouns`,
  },
  {
    concept: 'dob',
    sure: `
      date of birth, birth date, dob, d o b, birth day, birth month, birth year, year of birth, month of birth, day of birth, date birth, bday, born,
      geburtsdatum, geburtstag, geburtsjahr, geburtsmonat, geboren am, gebdat, naissance, ne le, nacimiento, cumpleanos, nascita, compleanno, nascimento, aniversario, geboortedatum, geboortejaar, verjaardag, data urodzenia, rok urodzenia, datum narozeni, rok narozeni, datum narodenia, datum rodjenja, datum rodenja, datum rojstva, fodselsdato, fodselsdag, fodelsedatum, fodelsedag, fodelsear, fodselsar, syntymaaika, syntymapaiva, syntymavuosi, szuletesi datum, szuletesi ido, szuletesi ev, szuletesnap, data nasterii, data de nastere, zi de nastere, dogum tarihi, dogum tarihiniz, dogum gunu, dogum yili, sunniaeg, sunnikuupaev, dzimsanas datums, gimimo data, ngay sinh, tanggal lahir, дата рождения, день рождения, год рождения, дата народження, рік народження, дата на раждане, рожден ден, ημερομηνια γεννησης, ετος γεννησης, تاريخ الميلاد, تاریخ تولد, תאריך לידה, 生年月日, 生日, 出生年月, 생년월일, 생일, วันเกิด`,
    hint: 'birth, age, alter, edad, eta, wiek, vek, ika, возраст, 年齢, 年龄, 나이',
  },
  {
    concept: 'organization',
    sure: `
      company, organization, organisation, employer, firm, institution, school name, university, agency name, corporation, business,
      firma, firmenname, unternehmen, unternehmensname, organisationsname, arbeitgeber, firmierung, societe, nom de la societe, nom de l entreprise, entreprise, raison sociale, organisme, etablissement, empresa, nombre de la empresa, nombre de empresa, razon social, organizacion, compania, azienda, nome azienda, nome dell azienda, ragione sociale, societa, ditta, denominazione, nome da empresa, razao social, organizacao, bedrijf, bedrijfsnaam, naam bedrijf, organisatie, nazwa firmy, nazwa instytucji, przedsiebiorstwo, nazev firmy, nazev spolecnosti, spolecnost, obchodni jmeno, nazov firmy, nazov spolocnosti, spolocnost, tvrtka, naziv tvrtke, naziv firme, podjetje, naziv podjetja, foretag, foretagsnamn, organisation namn, virksomhed, virksomhedsnavn, firmanavn, bedrift, foretaksnavn, bedriftsnavn, yritys, yrityksen nimi, yritysnimi, organisaatio, ceg, cegnev, ceg neve, companie, nume companie, nume firma, societate, sirket, kurum, firma unvani, ettevote, uznemums, imone, imones pavadinimas, cong ty, ten cong ty, perusahaan, nama perusahaan, компания, название компании, наименование компании, организация, название организации, наименование организации, фирма, компанія, назва компанії, назва організації, организацията, име на фирма, име на фирмата, фирма име, εταιρεια, επωνυμια, οργανισμος, επιχειρηση, الشركة, اسم الشركة, شركة, شرکت, نام شرکت, חברה, שם החברה, שם חברה, ארגון, 会社, 会社名, 法人名, 勤務先, 団体名, 企業名, 公司, 公司名称, 公司名稱, 单位, 单位名称, 企业名称, 회사, 기업명, บริษัท, ชื่อบริษัท`,
  },
  {
    concept: 'job_title',
    sure: `
      job title, position, occupation, profession, job role, role at company, job function, designation, berufsbezeichnung, beruf, funktion, stellung, position im unternehmen, fonction, poste, cargo, puesto, ocupacion, profesion, posizione, professione, ruolo, ruolo aziendale, profissao, ocupacao, functie, beroep, functietitel, stanowisko, zawod, pozice, povolani, povolanie, pozicia, zanimanje, befattning, yrke, stilling, jobtitel, titel pa arbejde, ammatti, tehtavanimike, asema, beosztas, foglalkozas, functia, profesie, ocupatie, meslek, unvan, gorev, pozisyon, amet, amats, pareigos, chuc vu, nghe nghiep, pekerjaan, jabatan, должность, профессия, посада, професія, длъжност, професия, επαγγελμα, θεση εργασιας, المسمى الوظيفي, الوظيفة, المهنة, شغل, תפקיד, מקצוע, 役職, 職業, 职位, 職位, 职业, 職稱, 직책, 직업, ตำแหน่ง, อาชีพ`,
  },
];
