import type { FieldVocabulary } from './concepts';

/** Where a person lives. Parts of a street address (number, flat, floor, quarter) count as street. */
export const ADDRESS: readonly FieldVocabulary[] = [
  {
    concept: 'address.street',
    sure: `
      street, street address, streetaddress, address line, address line 1, address line 2, address line 3, address1, address2, address 1, address 2, address 3, addr1, addr2, addr 1, addr 2, addressline, home address, postal address, mailing address, billing address, shipping address, delivery address, house number, house no, house nr, street number, street no, street name, building, building name, building number, apartment, apt, apt number, apartment number, suite, apt suite, unit number, flat, flat number, flat no, block number, landmark, nearest landmark, line 1, line 2, thoroughfare, po box, p o box, residence address, full address, address details, address complement, room number, door number, villa, house name, entrance, staircase, intercom, neighborhood, neighbourhood, subdivision, cross street,
      strasse, strassenname, strasse und hausnummer, strasse hausnummer, strasse nr, str nr, str hausnr, hausnummer, hausnr, haus nr, adresszusatz, adresszeile, anschrift, adresse zusatz, zusatz, stiege, stock, tur, wohnung, postfach, etage, gebaude, adresszusatzinfo, packstation, postnummer dhl, lieferadresse, rechnungsadresse, *strasse,
      rue, voie, numero de rue, numero et rue, n et rue, nom de rue, nom de la rue, numero de voie, complement d adresse, complement adresse, complement d addresse, adresse complementaire, batiment, immeuble, escalier, appartement, residence, lieu dit, boite postale, adresse ligne, adresse postale, adresse 1, adresse 2, digicode, numero et nom de rue, adresse de livraison, adresse de facturation,
      calle, calle y numero, nombre de la calle, numero de calle, direccion 1, direccion 2, linea de direccion, piso, puerta, portal, escalera, departamento numero, num ext, num int, numero exterior, numero interior, numero ext, numero int, no exterior, no interior, entre calles, entrecalle, entrecalles, door number, referencia, referencias, colonia, barrio, depto, dpto, piso depto, altura, domicilio, direccion de envio, direccion postal, direccion de entrega, direccion de facturacion, tipo de via, nombre de via, numero de puerta, manzana, urbanizacion,
      via, indirizzo 1, indirizzo 2, via e numero, via e numero civico, numero civico, n civico, civico, scala, interno, piano, palazzo, presso, indirizzo di spedizione, indirizzo di fatturazione, indirizzo di residenza, localita frazione, via piazza,
      rua, logradouro, endereco, endereco 1, endereco 2, morada, morada 1, morada 2, numero da porta, complemento, bairro, bloco, ponto de referencia, lote, porta, endereco de entrega, linha de endereco,
      straat, straatnaam, straat en huisnummer, huisnummer, huisnr, huis nr, toevoeging, huisnummer toevoeging, busnummer, adresregel, adres 1, adres 2, nummer toevoeging, huisnummertoevoeging, verdieping, appartement nummer, woonadres, bezorgadres,
      ulica, ulica i numer, ulica i numer domu, ulica i nr domu, numer domu, nr domu, nr mieszkania, numer mieszkania, nr lokalu, numer lokalu, mieszkanie, budynek, numer budynku, nr budynku, adres dostawy, adres zamieszkania, ulice, ulice a cislo, ulice a cp, ulice a cislo popisne, ulica a cislo, ulica a cislo domu, ulica i kucni broj, ulica i broj, kucni broj, hisna stevilka, cislo popisne, cislo orientacni, cislo domu, popisne cislo, supisne cislo, c p, poschodi, adresa bydliste, ulica in hisna stevilka,
      gata, gatuadress, gatunamn, husnummer, adressrad, lagenhetsnummer, portkod, vaning, vej, vejnavn, gade, gadenavn, gadenavn og nummer, vej og nummer, husnr, etage og dor, gate, gateadresse, gatenavn, husnummer bokstav, veiadresse, adresselinje, adresselinie, katu, katuosoite, lahiosoite, postiosoite, talon numero, porras, asunto, asunnon numero, ovikoodi, huoneisto, kerros,
      utca, utca hazszam, utca es hazszam, hazszam, kozterulet, kozterulet neve, kozterulet jellege, emelet, ajto, lepcsohaz, epulet, utca nev, strada, numar strada, nr strada, bloc, scara, etaj, apartament, apartamento, sector strada, strada si numar, cartier, sokak, cadde, mahalle, mahalle koy, bina no, daire no, kapi no, kat, daire, bina, apartman, acik adres, adres satiri, tanav, maja number, korter, iela, majas numurs, dzivoklis, gatve, namo numeris, namo nr, buto numeris, buto nr, butas, so nha, duong, ten duong, phuong xa, jalan, alamat lengkap, nama jalan, rt rw, kelurahan, kecamatan, patokan,
      улица, улицата, улицу, дом, номер дома, корпус, строение, квартира, номер квартиры, подъезд, этаж, домофон, улица дом, улица и дом, улица дом квартира, кв, офис, адрес доставки, улица и номер, вулиця, будинок, номер будинку, квартира номер, під їзд, поверх, ул, номер на улица, блок, етаж, апартамент, ап, квартал, бл, жк, адрес за доставка, корпус строение, микрорайон, литера,
      οδος, οδος και αριθμος, οδος αριθμος, διευθυνση 1, διευθυνση 2, αριθμος οδου, αριθμος σπιτιου, οροφος, διαμερισμα, κτιριο, διευθυνση αποστολης, περιοχη συνοικια, κουδουνι,
      الشارع, شارع, اسم الشارع, رقم الشارع, رقم المبنى, المبنى, مبنى, رقم الشقة, الشقة, شقة, الطابق, الدور, طابق, رقم المنزل, علامة مميزة, اقرب معلم, الحي, حي, عنوان الشارع, العمارة, رقم العمارة, بناية, خیابان, کوچه, پلاک, واحد, טלפון רחוב, רחוב, מספר בית, דירה, קומה, כניסה, שם רחוב,
      番地, 丁目, 建物名, マンション名, 部屋番号, 町名, 町域, 番地以降, ビル名, 住所1, 住所2, 住所3, 丁目番地, 住所, 街道, 详细地址, 詳細地址, 街道地址, 门牌号, 門牌, 地址, 收货地址, 小区, 楼层, 街道名稱, 상세주소, 도로명, 기본주소, 나머지 주소, 건물명, 주소, 동호수, ที่อยู่, ถนน, บ้านเลขที่, ซอย, แขวง, ตำบล, หมู่บ้าน, อาคาร`,
    hint: `
      address, addr, addres, adress, adresse, adres, adresa, adresy, adreso, adrese, aadress, direccion, indirizzo, endereco, adresse 2, adressen, osoite, osoitteesi, cim, cime, cimed, lakcim, адрес, адреса, адресу, διευθυνση, διευθυνση σας, العنوان, عنوان, عنوانك, آدرس, נשיא כתובת, כתובת, alamat, dia chi, unit, apartments, place of residence, complement, postbox, block, floor, bus, andar, str, c o, co, careof, care of, detalii adresa, ver`,
  },
  {
    concept: 'address.city',
    sure: `
      city, town, town city, city town, town or city, city or town, locality, suburb, city name, municipality, village, suburb city, post town, city suburb,
      stadt, ort, wohnort, ortschaft, gemeinde, stadt ort, ort stadt, ville, commune, localite, ville ou commune, ciudad, poblacion, localidad, municipio, delegacion municipio, alcaldia, ciudad localidad, comuna, distrito, citta, comune, localita, paese comune, cidade, municipio cidade, concelho, freguesia, stad, plaats, woonplaats, gemeente, plaatsnaam, miasto, miejscowosc, miejscowosci, mesto, mesto obec, obec, mesto alebo obec, obec mesto, grad, naselje, kraj posta, grad mjesto, mjesto, postort, ort postort, by, bynavn, poststed, postby, sted, kaupunki, postitoimipaikka, paikkakunta, kunta, varos, telepules, helyseg, telepules neve, oras, orasul, localitate, localitatea, sehir, ilce, ilceniz, semt, linn, asula, pilseta, miestas, gyvenviete, thanh pho, quan huyen, kota, kabupaten, kota kabupaten, kota kecamatan,
      город, населенный пункт, населённый пункт, ваш город, город населенный пункт, місто, населений пункт, град, населено място, град село, πολη, δημος, περιοχη, πολη χωριο, المدينة, مدينة, المدينه, شهر, עיר, ישוב, יישוב, 市区町村, 市区郡, 市町村, 都市, 市区, 郡市区, 城市, 市, 縣市區, 所在城市, 시군구, 도시, 시 군 구, เมือง, อำเภอ, เขต`,
    hint: 'place, lieu, luogo, lugar, место, mesto, miesto, vila, parish, township',
  },
  {
    concept: 'address.state',
    sure: `
      state, province, state province, province state, state or province, county, region, state region, region state, prefecture, territory, state county, state territory, province region, administrative area, governorate, emirate, canton, department region, states,
      bundesland, land kanton, kanton, provinz, departement, province etat, etat province, region province, provincia, estado, comunidad autonoma, estado provincia, provincia estado, departamento, regione, provincia regione, uf, provincie, staat provincie, wojewodztwo, kraj, okres, zupanija, pokrajina, okrug, opstina, lan, fylke, landsdel, laani, maakunta, osavaltio, megye, judet, judetul, judet sector, il, iliniz, eyalet, bolge, maakond, rajons, novads, apskritis, savivaldybe, tinh thanh, tinh thanh pho, tinh, propinsi, provinsi, delstat,
      область, регион, край, область регион, республика, район, регіон, областной, област, община, νομος, περιφερεια, الولاية, المحافظة, محافظة, المنطقة, منطقة, الامارة, الإمارة, استان, מחוז, מדינה מחוז, 都道府県, 都道府縣, 省份, 省, 州, 省市, 縣市, 行政区, 시도, 시 도, 도, จังหวัด`,
    hint: 'área, area, emirates, district, zona, rejon, prov, stato, etat',
  },
  {
    concept: 'address.postal',
    sure: `
      zip, zip code, zipcode, zip postal, zip postal code, zip or postal code, postal code, postalcode, post code, postcode, postal, postcode zip, zip code postal code, eircode, pin code, pincode, postal zip code, postal zip, area pincode,
      plz, postleitzahl, post leitzahl, code postal, codepostal, cp, npa, codigo postal, cod postal, c p postal, cap, codice postale, codice avviamento postale, codigo de endereçamento postal, cep, codigo postal cp, postcode huisnummer, kod pocztowy, kod poczt, psc, postovni smerovaci cislo, smerovaci cislo, postove smerovacie cislo, postanski broj, postna stevilka, postni cislo, postnummer, postnr, post nr, postinumero, postinro, iranyitoszam, irsz, ir szam, codul postal, posta kodu, postakodu, sihtnumber, postiindeks, pasta indekss, pasto kodas, ma buu dien, ma buu chinh, kode pos, kodepos,
      индекс, почтовый индекс, поштовий індекс, індекс, пощенски код, пк, поштански број, ταχυδρομικος κωδικας, ταχ κωδικας, τκ, τ κ, الرمز البريدي, رمز بريدي, صندوق البريد, کد پستی, כתובת מיקוד, מיקוד,
      郵便番号, 〒, 邮编, 邮政编码, 郵遞區號, 郵政編碼, 邮递区号, 우편번호, รหัสไปรษณีย์`,
  },
  {
    concept: 'address.country',
    sure: `
      country, country name, nation, country region, country or region, country territory, country of residence, nationality, country of birth, countryid, ctry,
      land, land region, staat, herkunftsland, wohnsitzland, pays, pays region, nationalite, pais, pais region, nacionalidad, paese, nazione, nazionalita, nacionalidade, land regio, kraj zamieszkania, panstwo, kraj region, zeme, stat, krajina, drzava, zemlja, maa, maa alue, orszag, tara, ulke, ulke bolge, riik, valsts, salis, quoc gia, negara,
      страна, страну, гражданство, країна, държава, χωρα, الدولة, البلد, دولة, بلد, کشور, ארץ, מדינה, 国, 国名, 国籍, 国・地域, 国家, 國家, 国家地区, 國家地區, 국가, 나라, ประเทศ`,
    hint: 'country code',
  },
];
