import type { FieldVocabulary } from './concepts';

/** What people write to each other, and the boxes beside it. */
export const WRITING: readonly FieldVocabulary[] = [
  {
    concept: 'message',
    sure: `
      message,comment,comments,type a message,reply,feedback,inquiry,enquiry,question,questions,
      your request,order notes,delivery instructions,special instructions,additional information,
      tell us more,describe your issue,describe your problem,description of the problem,
      how can we help,what can we help,review,start typing,say something,post,your post,testimonial,
      bio,about me,about you,about yourself,note,notes,remarks,suggestion,suggestions,your text,
      nachricht,kommentar,kommentare,kommentieren,anfrage,mitteilung,anmerkung,anmerkungen,
      bemerkung,bemerkungen,antworten,ihre frage,rezension,commentaire,commentaires,remarque,
      remarques,demande,repondre,avis,mensaje,comentario,comentarios,observaciones,consulta,resena,
      opinion,messaggio,il tuo messaggio,commento,commenti,richiesta,recensione,domanda,
      note aggiuntive,mensagem,observacoes,pergunta,duvida,avaliacao,bericht,opmerking,opmerkingen,
      reactie,vraag,beoordeling,wiadomosc,tresc wiadomosci,komentarz,uwagi,zapytanie,opinia,zprava,
      text zpravy,komentar,poznamka,poznamky,dotaz,recenze,sprava,text spravy,napomena,poruka,
      pripomba,sporocilo,meddelande,besked,din besked,beskjed,melding,din melding,kommentarer,
      sporgsmal,kommentti,viesti,viestisi,palaute,lisatiedot,kysymys,uzenet,uzenete,uzeneted,
      megjegyzes,hozzaszolas,velemeny,mesaj,mesajul,comentariu,comentarii,observatii,mesajiniz,
      yorum,yorumunuz,aciklama,sonum,kommentaar,zinojums,komentars,zinute,komentaras,noi dung,
      tin nhan,binh luan,ghi chu,pesan,catatan,сообщение,текст сообщения,комментарии,отзыв,вопрос,
      примечание,пожелания,повідомлення,коментар,відгук,запитання,съобщение,бележка,забележка,
      въпрос,запитване,μηνυμα,σχολια,σχολιο,παρατηρησεις,ερωτηση,الرسالة,رسالة,رسالتك,تعليق,ملاحظات,
      التعليق,پیام,نظر,دیدگاه,توضیحات,הודעה,תוכן ההודעה,הערות,תגובה,פנייה,メッセージ,コメント,本文,ご意見,備考,ご要望,
      内容,留言,消息,评论,評論,备注,備註,訊息,메시지,내용,댓글,후기,ข้อความ,ความคิดเห็น,หมายเหตุ`,
    hint: `
      text,body,content,description,details,info,beschreibung,descripcion,descrizione,popis,opis,
      detalles,reason`,
  },
  {
    concept: 'message_subject',
    sure: `
      subject,message subject,topic,subject of message,betreff,betreffzeile,thema,sujet,objet,
      asunto,oggetto,assunto,onderwerp,temat,predmet,amne,emne,aihe,targy,subiect,konu,teema,temats,
      tema,chu de,tieu de,subjek,тема,тема повідомлення,θεμα,الموضوع,موضوع,נושא,件名,題名,タイトル,主题,主題,标题,
      標題,제목,หัวข้อ`,
    hint: 'reason for contact,headline,title of review,review title',
  },
  {
    concept: 'search',
    sure: `
      search text,search this site,site search,search,searchterm,searchbox,keyword,keywords,query,
      looking for,type to search,store locator,srch,find,filter,filter by,filters,suche,suchen,
      suchbegriff,suchwort,stichwort,wonach suchst du,filtern,recherche,rechercher,mots cles,
      mot cle,chercher,filtrer,buscar,busqueda,buscador,que buscas,palabra clave,filtrar,cerca,
      ricerca,cerca nel sito,cosa cerchi,procurar,pesquisa,pesquisar,busca,o que voce procura,
      zoeken,zoek,zoekterm,szukaj,wyszukaj,wyszukiwarka,szukana fraza,hledat,hledani,vyhledat,
      vyhledavani,hladat,vyhladat,vyhladavanie,trazi,pretraga,pretrazi,iskanje,isci,sok,sog,soeg,
      soek,sokord,haku,hae,etsi,hakusana,kereses,keresendo,cauta,cautare,cautati,ara,arama,
      aradiginiz,otsi,otsing,meklet,paieska,ieskoti,tim kiem,cari,pencarian,поиск,искать,найти,
      что ищете,пошук,шукати,търсене,търси,търсете,αναζητηση,بحث,ابحث,البحث,جستجو,חיפוש,חפש,検索,
      キーワード,搜索,搜尋,搜寻,查询,关键字,關鍵字,검색,ค้นหา`,
    hint: 'q,s,lookup,locator',
  },
  {
    concept: 'url',
    sure: `
      site web adresa,web site,url,home page,site url,blog url,web address,link,webseite,
      internetseite,webadresse,site web,site internet,sitio web,pagina web,sito web,sito,
      site na internet,strona www,strona internetowa,webova stranka,webove stranky,hemsida,
      hjemmeside,nettside,kotisivu,verkkosivu,honlap,weboldal,web sitesi,сайт,адрес сайта,уебсайт,
      ιστοσελιδα,الموقع,موقع الويب,موقع الكتروني,وب سایت,אתר,サイト,ホームページ,网址,网站,網站,網址,웹사이트,홈페이지,
      เว็บไซต์`,
    hint: 'www,linkedin,twitter,facebook,instagram,blog,site,skype,icq',
  },
];

/** Things that share words with personal fields and are none. */
export const VETOES: readonly FieldVocabulary[] = [
  {
    concept: 'not.captcha',
    sure: `
      captcha,recaptcha,hcaptcha,image code,security image,verification image,word verification,
      human verification,anti spam,spam check,enter the characters,type the characters,
      characters above,letters above,enter the text,text from the image,code from the image,
      code shown,code in the image,code in the picture,code in image,code you see,letters you see,
      text you see,numbers you see,vcode,seccode,imgcode,img code,
      authimage,secure image,are you human,not a robot,sum of,visual confirmation,
      confirm code image,random question,verification question,humanverify,security check,
      leave this field empty,leave this field blank,leave empty,leave blank,do not fill,honeypot,
      bot field,decoy,fake email*,fake user*,fakeemail*,fakeuser*,fake name,sicherheitsabfrage,spamschutz,zeichen eingeben,code aus dem bild,bildcode,
      recopiez le code,code de securite image,caracteres de la imagen,texto de la imagen,
      codigo de la imagen,codice immagine,caracteres da imagem,codigo da imagem,beveiligingsvraag,
      kod z obrazka,przepisz kod,opiste kod,kontrolni obrazek,ochrana proti spamu,
      turvakysymys roboteille,kuvan merkit,код с картинки,символы с картинки,введите код,
      защита от спама,код с изображения,код на картинке,код з картинки,код от картинката,
      رمز التأكيد,كود التحقق المرئي,کد امنیتی,画像認証,看不清,图形验证码,자동등록방지`,
  },
  {
    concept: 'not.coupon',
    sure: `
      coupon,promo,promocode,promotional code,promotion code,voucher,discount,gift code,gift card,
      gift card code,gift certificate,referral,offer code,invite code,invitation code,redeem,
      redemption code,affiliate,partner code,campaign code,reward code,loyalty,how did you hear,
      gutschein*,rabattcode,aktionscode,empfehlungscode,code promotionnel,bon de reduction,
      code de reduction,code avantage,carte cadeau,cheque cadeau,code parrain,codigo promocional,
      cupon,codigo de descuento,codigo descuento,vale regalo,tarjeta regalo,codice sconto,
      codice promozionale,buono sconto,buono regalo,codigo de desconto,cupom,vale presente,
      vale compra,kortingscode,actiecode,cadeaubon,waardebon,cadeaukaart,kod rabatowy,
      kod promocyjny,bon podarunkowy,karta podarunkowa,slevovy kod,darkovy poukaz,zlavovy kod,
      darcekova poukazka,kod za popust,rabattkod,kampanjkod,presentkort,kampanjekode,gavekort,
      rabatkode,tilbudskode,alennuskoodi,kampanjakoodi,lahjakortti,etukoodi,kuponkod,kupon,
      akcios kod,ajandekkartya,cod promotional,cod reducere,cod de reducere,indirim kodu,
      hediye ceki,promosyon kodu,sooduskood,kupong,atlaides kods,nuolaidos kodas,ma giam gia,
      промо код,купон,скидочный код,код скидки,подарочный сертификат,подарункова картка,
      код за отстъпка,ваучер,εκπτωτικος κωδικος,κουπονι,κωδικος κουπονιου,كود الخصم,رمز الكوبون,
      قسيمة,كوبون,کد تخفیف,קופון,クーポン,プロモーションコード,优惠券,优惠码,折扣码,優惠碼,優惠券,쿠폰,할인코드,โค้ดส่วนลด,คูปอง`,
  },
  {
    concept: 'not.quantity',
    sure: `
      quantity,qty,how many,number of items,number of people,number of employees,guests,adults,
      children,rooms,passengers,nights,size,color,colour,sort,sort by,per page,language,currency,
      time zone,rating,score,variant,model,format,category,categories,type,status,version,weight,
      height,width,length,priority,frequency,interval,show,menge,anzahl,grosse,farbe,sortieren,
      sprache,wahrung,personen,quantite,taille,couleur,trier par,langue,devise,cantidad,talla,
      ordenar,idioma,moneda,quantita,taglia,colore,ordina,lingua,valuta,quantidade,tamanho,cor,
      moeda,aantal,maat,kleur,sorteren,taal,ilosc,rozmiar,kolor,sortuj,jezyk,waluta,mnozstvi,
      velikost,barva,radit,jazyk,mena,mnozstvo,velkost,farba,kolicina,velicina,antal,storlek,farg,
      sortera,sprak,storrelse,farve,sorter,sprog,antall,farge,maara,koko,vari,lajittele,kieli,
      valuutta,mennyiseg,meret,szin,rendezes,nyelv,cantitate,marime,culoare,limba,adet,miktar,beden,
      renk,sirala,dil,para birimi,количество,кол во,размер,цвет,сортировать,язык,валюта,кількість,
      розмір,колір,мова,цвят,език,ποσοτητα,μεγεθος,χρωμα,γλωσσα,νομισμα,الكمية,المقاس,اللون,اللغة,
      العملة,تعداد,کمیت,כמות,מידה,צבע,שפה,数量,サイズ,個数,言語,数目,尺寸,颜色,數量,语言,货币,수량,사이즈,색상,언어,จำนวน`,
  },
  {
    concept: 'not.money',
    sure: `
      amount,price,budget,donation,total,bid,betrag,preis,spende,montant,prix,don,importe,monto,
      precio,importo,prezzo,valor,preco,bedrag,prijs,kwota,cena,castka,suma,belopp,pris,belob,belop,
      summa,hinta,osszeg,ar,tutar,fiyat,сумма,цена,сума,ποσο,τιμη,المبلغ,السعر,مبلغ,金額,価格,金额,价格,금액,
      가격,ราคา`,
  },
  {
    concept: 'not.date',
    sure: `
      check in,check out,arrival,departure,start date,end date,date from,date to,from date,to date,
      delivery date,pick up,drop off,appointment,event date,travel date,return date,booking date,
      issue date,date of issue,issued on,delivery time,preferred date,preferred time,depart,
      datepicker,wedding date,due date,date of visit,graduation year,year of graduation,start month,
      start year,end month,end year,anreise,abreise,lieferdatum,ausstellungsdatum,termin,
      wunschtermin,startdatum,enddatum,arrivee,date de livraison,date de debut,date de fin,
      fecha de entrada,llegada,salida,fecha de entrega,fecha de inicio,arrivo,partenza,
      data di consegna,data de partida,chegada,data de entrega,aankomst,vertrek,leverdatum,
      data przyjazdu,data wyjazdu,data dostawy,datum prijezdu,datum odjezdu,ankomst,avresa,afrejse,
      leveringsdato,saapuminen,lahto,erkezes,tavozas,data sosirii,data plecarii,giris tarihi,
      cikis tarihi,дата заезда,дата выезда,дата доставки,дата выдачи,дата приїзду,
      дата на настаняване,αφιξη,αναχωρηση,تاريخ الوصول,تاريخ المغادرة,チェックイン,到着日,出発日,配送希望日,お届け希望日,
      入住,退房,출발일,도착일`,
  },
  {
    concept: 'not.file',
    sure: `
      upload,attachment,attach file,file,files,resume,cv,cover letter,avatar,photo,picture,image,
      datei,anhang,lebenslauf,bild,fichier,piece jointe,archivo,adjunto,allegato,arquivo,anexo,
      bestand,bijlage,plik,zalacznik,soubor,priloha,bilaga,vedhaeftet,liite,fajl,melleklet,fisier,
      dosya,файл,прикрепить,вложение,αρχειο,ملف,ファイル,添付,附件,文件上传,파일`,
  },
  {
    concept: 'not.number',
    sure: `
      order number,order no,order id,invoice number,tracking number,booking number,
      booking reference,reservation number,reference number,confirmation number,ticket number,
      serial number,part number,item number,product code,product id,sku,case number,
      registration plate,license plate,vin,policy number,purchase order,po number,flight number,
      loan number,contract number,model number,isbn,gtin,meter number,bestellnummer,auftragsnummer,
      rechnungsnummer,sendungsnummer,buchungsnummer,seriennummer,kennzeichen,vertragsnummer,
      artikelnummer,numero de commande,numero de facture,numero de suivi,numero de reservation,
      numero de serie,numero de pedido,numero de factura,numero de reserva,numero de seguimiento,
      numero ordine,numero fattura,numero di prenotazione,numero do pedido,numero de encomenda,
      numero da reserva,bestelnummer,ordernummer,factuurnummer,reserveringsnummer,kenteken,
      numer zamowienia,nr zamowienia,numer faktury,numer rezerwacji,cislo objednavky,cislo faktury,
      cislo rezervace,broj narudzbe,ordrenummer,fakturanummer,bokningsnummer,tilausnumero,
      tilauksen numero,rendelesszam,rendelesi szam,numar comanda,siparis no,siparis numarasi,
      номер заказа,номер брони,номер замовлення,номер на поръчка,αριθμος παραγγελιας,رقم الطلب,
      شماره سفارش,מספר הזמנה,注文番号,予約番号,订单号,訂單編號,订单编号,주문번호,예약번호`,
  },
  {
    concept: 'not.thing',
    sure: `
      domain name,product name,file name,list name,wishlist name,pet name,domain,project name,
      event name,course,song,book title,brand,hotel,hotel name,restaurant,airport,destination,
      vehicle,make,job reference,keyword name,category name,app name,group name,team name,room name,
      channel name,page title,address nickname,address name,name of address,address label,
      nickname for address,nickname for this address,save address as,alias for address,guest list,
      opt in,optin,opt out,optout,email title,email template,email format,email frequency,
      email preferences,email notifications,email campaign,interest area,area of interest,
      subject area,service area,practice area,business area,coverage area,project area`,
    hint: `
      policy,terms,conditions,rates,rules,poll,survey,gallup,html,source code,embed code,css,
      richtlinie,regeln,umfrage,sondage,reglement,encuesta,reglas,politica,sondaggio,regole,enquete,
      regras,ankieta,regulamin,anketa,pravidla,undersokning,regler,kysely,saannot,anket,опрос,правила,
      опитування,アンケート,规则,설문`,
  },
];

/** Words that say nothing alone, and much beside others. */
export const CONTEXTS: readonly FieldVocabulary[] = [
  {
    concept: 'about.card',
    sure: `
      payment,pay with,debit,visa,mastercard,amex,stripe,braintree,adyen,zahlung,paiement,pago,
      pagamento,betaling,platnosc,platba,betalning,maksu,fizetes,plata,odeme,оплата,плащане,πληρωμη,
      الدفع,תשלום,支払,支付,付款,결제`,
  },
  {
    concept: 'part.card',
    sure: `
      card,cards,cc,karte,karten,kreditkarte,carte,tarjeta,carta,cartao,kaart,karta,karty,karcie,
      kartica,kartice,kartici,kort,kortet,kortti,kortissa,kartya,kartyan,kart,карта,карты,карте,
      карті,картата,картці,καρτα,καρτας,بطاقة,البطاقة,کارت,כרטיס,カード,卡,카드,บัตร`,
  },
  {
    concept: 'about.birth',
    sure: `
      birth,dob,birthday,birthdate,born,geburt*,naissance,nacimiento,nascita,nascimento,geboorte*,
      urodzenia,narozeni,narodenia,rodenja,rodjenja,rojstva,fodsel*,fodelse*,syntyma*,szuletes*,
      nastere,nasterii,dogum,sunni*,dzimsanas,gimimo,рождения,народження,раждане,γεννησης,الميلاد,
      تولد,לידה,誕生,生年,出生,생년,생일`,
  },
  {
    concept: 'part.day',
    sure: `
      day,dd,tag,jour,dia,giorno,dag,dzien,den,paiva,nap,zi,ziua,gun,день,ημερα,اليوم,日,일,jj day,tt,
      gg day`,
  },
  {
    concept: 'part.month',
    sure: `
      month,mm,monat,mois,mes,mese,maand,miesiac,mesic,mesiac,mjesec,manad,maned,maaned,kuukausi,
      honap,luna,ay,месяц,місяць,месец,μηνας,الشهر,月,월,เดือน`,
  },
  {
    concept: 'part.year',
    sure: `
      year,yyyy,yy,jahr,annee,ano,anno,jaar,rok,godina,ar,aar,vuosi,ev,an,anul,yil,год,рік,година,
      ετος,السنة,年,년,ปี`,
  },
  {
    concept: 'part.house',
    sure: `
      number,no,nr,num,nummer,numero,numer,cislo,broj,hausnr,номер,αριθμος,رقم,号,nro,n,szam,house,
      home,floor,stairs,stairway,door,block,box,haus,hus,dom,dum,talo,huis,ev,maison,casa,porte,
      puerta,altura,height,departamento,department,departament,workplace,line,dor,porta,kapi,ajto,
      дом,кв,вход,будинок`,
  },
];
