import type { FieldVocabulary } from './concepts';

/** Where a person lives. Parts of a street address (number, flat, floor, quarter) count as street. */
export const ADDRESS: readonly FieldVocabulary[] = [
  {
    concept: 'address.street',
    sure: `
      street, streetaddress, address line, address1, address2, address 3, addr1, addr2, home address, postal address, mailing address, billing address, shipping address, delivery address, house number, house no, house nr, building, apartment, apt, apt number, suite, unit number, flat, flat number, flat no, block number, landmark, line 1, line 2, thoroughfare, po box, p o box, full address, address details, address complement, room number, door number, villa, house name, entrance, staircase, intercom, neighborhood, neighbourhood, subdivision,
      strassenname, str nr, hausnummer, haus nr, adresszusatz, adresszeile, anschrift, zusatz, stiege, stock, tur, wohnung, postfach, etage, gebaude, adresszusatzinfo, packstation, postnummer dhl, lieferadresse, rechnungsadresse, *strasse,
      rue, voie, nom de rue, nom de la rue, complement d adresse, complement adresse, complement d addresse, adresse complementaire, batiment, immeuble, escalier, appartement, residence, lieu dit, boite postale, adresse ligne, adresse postale, adresse 1, adresse 2, digicode, adresse de livraison, adresse de facturation,
      calle, nombre de la calle, direccion 1, direccion 2, linea de direccion, piso, puerta, portal, escalera, departamento numero, num ext, num int, numero exterior, numero interior, numero ext, numero int, no exterior, no interior, entre calles, entrecalle, referencia, referencias, colonia, barrio, depto, dpto, altura, domicilio, direccion de envio, direccion postal, direccion de entrega, direccion de facturacion, nombre de via, manzana, urbanizacion,
      via, indirizzo 1, indirizzo 2, civico, scala, interno, piano, palazzo, presso, indirizzo di spedizione, indirizzo di fatturazione, indirizzo di residenza, localita frazione, via piazza,
      rua, logradouro, endereco, morada, complemento, bairro, bloco, lote, porta,
      straat, straatnaam, huisnummer, huis nr, toevoeging, busnummer, adresregel, adres 1, adres 2, huisnummertoevoeging, verdieping, woonadres, bezorgadres,
      ulica, numer domu, nr domu, nr mieszkania, numer mieszkania, nr lokalu, numer lokalu, mieszkanie, budynek, numer budynku, nr budynku, adres dostawy, adres zamieszkania, ulice, ulice a cp, kucni broj, hisna stevilka, cislo popisne, cislo orientacni, cislo domu, popisne cislo, supisne cislo, c p, poschodi, adresa bydliste,
      gata, gatuadress, gatunamn, husnummer, adressrad, lagenhetsnummer, portkod, vaning, vej, vejnavn, gade, gadenavn, husnr, gate, gateadresse, gatenavn, veiadresse, adresselinje, adresselinie, katu, katuosoite, lahiosoite, postiosoite, talon numero, porras, asunto, asunnon numero, ovikoodi, huoneisto, kerros,
      utca, hazszam, kozterulet, kozterulet neve, emelet, ajto, lepcsohaz, epulet, utca nev, strada, bloc, scara, etaj, apartament, apartamento, cartier, sokak, cadde, mahalle, bina no, kapi no, kat, daire, bina, apartman, acik adres, adres satiri, tanav, maja number, korter, iela, majas numurs, dzivoklis, gatve, namo numeris, namo nr, buto numeris, buto nr, butas, so nha, duong, ten duong, phuong xa, jalan, alamat lengkap, nama jalan, rt rw, kelurahan, kecamatan, patokan,
      улица, улицата, улицу, дом, номер дома, корпус, строение, квартира, номер квартиры, подъезд, этаж, домофон, кв, офис, адрес доставки, вулиця, будинок, номер будинку, під їзд, поверх, ул, блок, етаж, апартамент, ап, квартал, бл, жк, адрес за доставка, микрорайон, литера,
      οδος, διευθυνση 1, διευθυνση 2, αριθμος οδου, αριθμος σπιτιου, οροφος, διαμερισμα, κτιριο, διευθυνση αποστολης, περιοχη συνοικια, κουδουνι,
      الشارع, شارع, اسم الشارع, المبنى, مبنى, الشقة, شقة, الطابق, الدور, طابق, رقم المنزل, علامة مميزة, اقرب معلم, الحي, حي, العمارة, بناية, خیابان, کوچه, پلاک, واحد, טלפון רחוב, רחוב, מספר בית, דירה, קומה, כניסה, שם רחוב,
      番地, 丁目, 建物名, マンション名, 部屋番号, 町名, 町域, ビル名, 住所, 街道, 门牌号, 門牌, 地址, 小区, 楼层, 街道名稱, 도로명, 건물명, 주소, 동호수, ที่อยู่, ถนน, บ้านเลขที่, ซอย, แขวง, ตำบล, หมู่บ้าน, อาคาร`,
    hint: `
      address, addr, addres, adress, adresse, adres, adresa, adresy, adreso, adrese, aadress, direccion, indirizzo, adressen, osoite, osoitteesi, cim, cime, cimed, lakcim, адрес, адреса, адресу, διευθυνση, العنوان, عنوان, عنوانك, آدرس, כתובת, alamat, dia chi, unit, apartments, place of residence, complement, postbox, block, floor, bus, andar, str, c o, co, care of, detalii adresa, ver`,
  },
  {
    concept: 'address.city',
    sure: `
      city, town, town city, city town, locality, suburb, city name, municipality, village, post town,
      stadt, ort, wohnort, ortschaft, gemeinde, ville, commune, localite, ciudad, poblacion, localidad, municipio, alcaldia, comuna, distrito, citta, comune, localita, paese comune, cidade, concelho, freguesia, stad, plaats, woonplaats, gemeente, plaatsnaam, miasto, miejscowosc, miejscowosci, mesto, obec, grad, naselje, kraj posta, mjesto, postort, by, bynavn, poststed, postby, sted, kaupunki, postitoimipaikka, paikkakunta, kunta, varos, telepules, helyseg, telepules neve, oras, orasul, localitate, localitatea, sehir, ilce, ilceniz, semt, linn, asula, pilseta, miestas, gyvenviete, thanh pho, quan huyen, kota, kabupaten, kota kecamatan,
      город, населённый пункт, місто, населений пункт, град, населено място, πολη, δημος, περιοχη, مدينة, المدينه, شهر, עיר, ישוב, יישוב, 市, 縣市區, 시군구, 도시, 시 군 구, เมือง, อำเภอ, เขต`,
    hint: 'place, lieu, luogo, lugar, место, miesto, vila, parish, township',
  },
  {
    concept: 'address.state',
    sure: `
      state, province, county, region, prefecture, territory, administrative area, governorate, emirate, canton, states,
      bundesland, land kanton, kanton, provinz, departement, provincia, estado, comunidad autonoma, departamento, regione, uf, provincie, staat provincie, wojewodztwo, kraj, okres, zupanija, pokrajina, okrug, opstina, lan, fylke, landsdel, laani, maakunta, osavaltio, megye, judet, judetul, il, iliniz, eyalet, bolge, maakond, rajons, novads, apskritis, savivaldybe, tinh thanh, tinh, propinsi, provinsi, delstat,
      область, регион, край, республика, район, регіон, областной, област, община, νομος, περιφερεια, الولاية, المحافظة, محافظة, المنطقة, منطقة, الإمارة, استان, מחוז, מדינה מחוז, 都道府県, 都道府縣, 省, 州, 省市, 縣市, 行政区, 도, จังหวัด`,
    hint: 'area, emirates, district, zona, rejon, prov, stato, etat',
  },
  {
    concept: 'address.postal',
    sure: `
      zip, zipcode, postalcode, post code, postal, eircode, pin code,
      plz, post leitzahl, codepostal, cp, npa, c p postal, cap, codice postale, codice avviamento postale, cep, postcode huisnummer, kod pocztowy, kod poczt, psc, smerovaci cislo, postove smerovacie cislo, postanski broj, postna stevilka, postni cislo, postnummer, post nr, postinumero, postinro, iranyitoszam, irsz, ir szam, posta kodu, sihtnumber, postiindeks, pasta indekss, pasto kodas, ma buu dien, ma buu chinh, kode pos,
      индекс, індекс, пощенски код, пк, поштански број, ταχυδρομικος κωδικας, ταχ κωδικας, τκ, τ κ, الرمز البريدي, رمز بريدي, صندوق البريد, کد پستی, מיקוד,
      郵便番号, 〒, 邮编, 邮政编码, 郵遞區號, 郵政編碼, 邮递区号, 우편번호, รหัสไปรษณีย์`,
  },
  {
    concept: 'address.country',
    sure: `
      country, nation, country region, country or region, country territory, country of residence, nationality, countryid, ctry,
      land, land region, staat, herkunftsland, wohnsitzland, pays, pays region, nationalite, pais, pais region, nacionalidad, paese, nazione, nazionalita, nacionalidade, land regio, kraj zamieszkania, panstwo, kraj region, zeme, stat, krajina, drzava, zemlja, maa, maa alue, orszag, tara, ulke, ulke bolge, riik, valsts, salis, quoc gia, negara,
      страна, страну, гражданство, країна, държава, χωρα, الدولة, البلد, دولة, بلد, کشور, ארץ, מדינה, 国, 国名, 国家, 國家, 국가, 나라, ประเทศ`,
    hint: 'country code',
  },
];
