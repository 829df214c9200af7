"""Words of time: Slavic, Baltic, Finno-Ugric languages, Greek and Turkish."""

from tuinews.extract.dates.vocabulary.words import Words

EAST = (
    Words(
        "ru",
        months="января, январь, янв; февраля, февраль, фев, февр; марта, март, мар; апреля, апрель, апр; мая, май;"
        " июня, июнь, июн; июля, июль, июл; августа, август, авг; сентября, сентябрь, сен, сент;"
        " октября, октябрь, окт; ноября, ноябрь, ноя, нояб; декабря, декабрь, дек",
        weekdays="понедельник, пн; вторник, вт; среда, среду, ср; четверг, чт; пятница, пятницу, пт;"
        " суббота, субботу, сб; воскресенье, вс",
        second="секунда, секунду, секунды, секунд, сек, с",
        minute="минута, минуту, минуты, минут, мин, м",
        clock="час, часа, часов, ч",
        day="день, дня, дней, дн, сутки, суток",
        week="неделя, неделю, недели, недель, нед",
        month="месяц, месяца, месяцев, мес",
        year="год, года, году, лет, г, л",
        ago="назад, тому назад",
        less="менее, меньше",
        days="позавчера; вчера; сегодня; завтра",
        now="только что, сейчас, прямо сейчас, недавно",
        last="на прошлой неделе, прошлая неделя; в прошлом месяце; в прошлом году",
        numbers="один, одну, одна; два, две; три; четыре; пять; шесть; семь; восемь; девять; десять",
        few="несколько, пару, пара",
        published="опубликовано, опубликован, дата публикации, размещено, добавлено, создано",
        updated="обновлено, обновлен, обновлён, изменено, отредактировано, обновление, последнее обновление",
        at="в",
        am="утра",
        pm="вечера",
        night="ночи",
        rewrites="полчаса = 30 минут; полгода = 6 месяцев; пол часа = 30 минут",
        glue="от, го, и, дня, около, примерно, более, почти",
    ),
    Words(
        "uk",
        months="січня, січень, січ; лютого, лютий, лют; березня, березень, берез, бер; квітня, квітень, квіт, кві;"
        " травня, травень, трав, тра; червня, червень, черв, чер; липня, липень, лип; серпня, серпень, серп, сер;"
        " вересня, вересень, верес, вер; жовтня, жовтень, жовт, жов; листопада, листопад, листоп, лист, лис;"
        " грудня, грудень, груд, гру",
        weekdays="понеділок, пн; вівторок, вт; середа, середу, ср; четвер, чт; п'ятниця, п’ятниця, пʼятниця, пт;"
        " субота, суботу, сб; неділя, неділю, нд",
        second="секунда, секунду, секунди, секунд, сек",
        minute="хвилина, хвилину, хвилини, хвилин, хв",
        clock="година, годину, години, годин, год",
        day="день, дня, дні, днів, дн, доба",
        week="тиждень, тижня, тижні, тижнів, тиж",
        month="місяць, місяця, місяці, місяців, міс",
        year="рік, року, роки, років, р",
        ago="тому, тому назад",
        days="позавчора; вчора, учора; сьогодні; завтра",
        now="щойно, зараз, тільки що",
        last="минулого тижня; минулого місяця; минулого року, торік",
        numbers="один, одну, одна; два, дві; три; чотири; п'ять, п’ять; шість; сім; вісім; дев'ять; десять",
        few="кілька, декілька, пару",
        published="опубліковано, опублікований, дата публікації, розміщено, додано, створено",
        updated="оновлено, оновлений, змінено, відредаговано, оновлення",
        at="о, об, в, у",
        rewrites="півгодини = 30 хвилин; пів години = 30 хвилин; півроку = 6 місяців",
        glue="від, і, та, й",
    ),
    Words(
        "pl",
        months="stycznia, styczeń, sty; lutego, luty, lut; marca, marzec, mar; kwietnia, kwiecień, kwi; maja, maj;"
        " czerwca, czerwiec, cze; lipca, lipiec, lip; sierpnia, sierpień, sie; września, wrzesień, wrz;"
        " października, październik, paź; listopada, listopad, lis; grudnia, grudzień, gru",
        weekdays="poniedziałek, pon, pn; wtorek, wt; środa, środę, śr; czwartek, czw; piątek, pt; sobota,"
        " sobotę, sob;"
        " niedziela, niedzielę, nd, niedz",
        second="sekunda, sekundę, sekundy, sekund, sek",
        minute="minuta, minutę, minuty, minut, min",
        hour="godzina, godzinę, godziny, godzin, godz, g",
        day="dzień, dnia, dni, doba, dobę",
        week="tydzień, tygodnia, tygodnie, tygodni, tyg, tydz",
        month="miesiąc, miesiąca, miesiące, miesięcy, mies",
        year="rok, roku, lata, lat, r",
        ago="temu",
        less="mniej niż",
        since="przed",
        days="przedwczoraj; wczoraj; dziś, dzisiaj; jutro",
        now="przed chwilą, teraz, właśnie teraz, chwilę temu",
        last="w zeszłym tygodniu, w ubiegłym tygodniu; w zeszłym miesiącu, w ubiegłym miesiącu;"
        " w zeszłym roku, w ubiegłym roku",
        numbers="jeden, jedną, jedna; dwa, dwie; trzy; cztery; pięć; sześć; siedem; osiem; dziewięć; dziesięć",
        few="kilka, parę",
        published="opublikowano, opublikowany, opublikowane, data publikacji, dodano, publikacja, utworzono",
        updated="zaktualizowano, aktualizacja, aktualizowano, ostatnia aktualizacja, zmodyfikowano,"
        " data aktualizacji",
        at="o, o godz, o godzinie, godz",
        rewrites="pół godziny = 30 minut; pół roku = 6 miesięcy",
        glue="i, w, dnia",
    ),
    Words(
        "cs",
        months="ledna, leden, led; února, únor, úno; března, březen, bře; dubna, duben, dub; května, květen, kvě;"
        " června, červen, čvn, čer; července, červenec, čvc; srpna, srpen, srp; září, zář; října, říjen, říj;"
        " listopadu, listopad, lis; prosince, prosinec, pro",
        weekdays="pondělí; úterý; středa, středu; čtvrtek; pátek; sobota, sobotu; neděle, neděli",
        second="sekunda, sekundou, sekundami, sekund, sekundy, vteřinami, s",
        minute="minuta, minutou, minutami, minut, minuty, min",
        clock="hodina, hodinou, hodinami, hodin, hodiny, hod",
        day="den, dnem, dny, dní, dnů",
        week="týden, týdnem, týdny, týdnů, týd",
        month="měsíc, měsícem, měsíci, měsíců, měsíce",
        year="rok, rokem, roky, lety, let, roku",
        ago="nazpět, zpět",
        since="před",
        days="předevčírem; včera; dnes, dneska; zítra",
        now="právě teď, před chvílí, teď, nyní, právě",
        last="minulý týden; minulý měsíc; minulý rok, loni",
        numbers="jeden, jednou, jedním; dva, dvě, dvěma; tři, třemi; čtyři, čtyřmi; pět, pěti; šest, šesti; sedm;"
        " osm; devět; deset",
        few="několika, několik, pár",
        published="publikováno, zveřejněno, vydáno, vytvořeno, přidáno",
        updated="aktualizováno, aktualizace, poslední aktualizace, upraveno, změněno",
        at="v, ve",
        am="dop, dopoledne",
        pm="odp, odpoledne",
        rewrites="půl hodinou = 30 minut; půl hodiny = 30 minut",
        glue="a, dne, přibližně, asi, zhruba, více než",
    ),
    Words(
        "sk",
        months="januára, január, jan; februára, február, feb; marca, marec, mar; apríla, apríl, apr; mája, máj;"
        " júna, jún; júla, júl; augusta, august, aug; septembra, september, sep; októbra, október, okt;"
        " novembra, november, nov; decembra, december, dec",
        weekdays="pondelok; utorok; streda, stredu; štvrtok; piatok; sobota, sobotu; nedeľa, nedeľu",
        second="sekundou, sekundami, sekúnd",
        minute="minútou, minútami, minút, minúty",
        clock="hodinou, hodinami, hodín, hodiny, hod",
        day="dňom, dňami, deň, dni, dní",
        week="týždňom, týždňami, týždeň, týždne, týždňov, týž",
        month="mesiacom, mesiacmi, mesiac, mesiace, mesiacov",
        year="rokom, rokmi, rok, roky, rokov",
        since="pred",
        days="predvčerom, predvčerom; včera; dnes; zajtra",
        now="práve teraz, pred chvíľou, teraz",
        numbers="jeden, jednou, jedným; dva, dve, dvoma, dvomi; tri, troma, tromi; štyri; päť; šesť; sedem; osem;"
        " deväť; desať",
        few="niekoľkými, niekoľko, pár",
        published="publikované, zverejnené, vydané",
        updated="aktualizované, aktualizácia, upravené",
        at="o",
        glue="a, dňa, približne, asi, zhruba, viac ako",
    ),
    Words(
        "hr",
        months="siječnja, siječanj, sij; veljače, veljača, velj; ožujka, ožujak, ožu; travnja, travanj, tra;"
        " svibnja, svibanj, svi; lipnja, lipanj, lip; srpnja, srpanj, srp; kolovoza, kolovoz, kol; rujna,"
        " rujan, ruj;"
        " listopada, listopad, lis; studenoga, studenog, studeni, stu; prosinca, prosinac, pro",
        weekdays="ponedjeljak; utorak; srijeda, srijedu; četvrtak; petak; subota, subotu; nedjelja, nedjelju",
        minute="minuta, minute, minutu, min",
        clock="sat, sata, sati",
        day="dan, dana",
        week="tjedan, tjedna, tjedana",
        month="mjesec, mjeseca, mjeseci",
        year="godinu, godine, godina",
        since="prije",
        days="prekjučer; jučer; danas; sutra",
        now="upravo sada, upravo, sada",
        numbers="jedan, jednu; dva, dvije; tri; četiri; pet; šest; sedam; osam; devet; deset",
        few="nekoliko",
        published="objavljeno, objava",
        updated="ažurirano, zadnja izmjena, izmijenjeno",
        at="u",
        glue="i",
    ),
    Words(
        "sr",
        months="januara, januar, јануара, јануар, јан; februara, februar, фебруара, фебруар, феб; marta, mart,"
        " марта,"
        " март, мар; aprila, april, априла, април, апр; maja, maj, маја, мај; juna, jun, јуна, јун; jula, jul,"
        " јула,"
        " јул; avgusta, avgust, avg, августа, август, авг; septembra, septembar, septembar, септембра,"
        " септембар, сеп;"
        " oktobra, oktobar, октобра, октобар, окт; novembra, novembar, новембра, новембар, нов;"
        " decembra, decembar, децембра, децембар, дец",
        weekdays="ponedeljak, понедељак; utorak, уторак; sreda, среда; četvrtak, четвртак; petak, петак;"
        " subota, субота; nedelja, недеља",
        minute="minuta, minut, минута, минут",
        hour="sat, sata, sati, сат, сата, сати",
        day="dan, dana, дан, дана",
        week="nedelju, nedelje, недељу, недеље, недеља",
        month="mesec, meseca, meseci, месец, месеца, месеци",
        year="godinu, godine, godina, годину, године, година",
        since="pre, пре",
        days="prekjuče, прекјуче; juče, јуче; danas, данас; sutra, сутра",
        published="objavljeno, објављено",
        updated="ažurirano, ажурирано, izmena",
        at="u, у",
        glue="i, и",
    ),
    Words(
        "bg",
        months="януари, яну, ян; февруари, фев; март, мар; април, апр; май; юни; юли; август, авг; септември, сеп,"
        " септ;"
        " октомври, окт; ноември, ное, ноем; декември, дек",
        weekdays="понеделник, пн; вторник, вт; сряда, ср; четвъртък, чт; петък, пт; събота, сб; неделя, нд",
        minute="минута, минути, мин",
        hour="час, часа, ч",
        day="ден, дни",
        week="седмица, седмици",
        month="месец, месеца",
        year="година, години, г",
        since="преди",
        days="онзи ден; вчера; днес; утре",
        now="току-що, току що, сега",
        numbers="един, една; два, две; три; четири; пет; шест; седем; осем; девет; десет",
        few="няколко",
        published="публикувано, публикувана",
        updated="обновено, обновена, актуализирано, променено",
        at="в",
        glue="и, на, около, повече от",
    ),
    Words(
        "fi",
        months="tammikuuta, tammikuun, tammikuu, tammi; helmikuuta, helmikuun, helmikuu, helmi;"
        " maaliskuuta, maaliskuun, maaliskuu, maalis; huhtikuuta, huhtikuun, huhtikuu, huhti;"
        " toukokuuta, toukokuun, toukokuu, touko; kesäkuuta, kesäkuun, kesäkuu, kesä;"
        " heinäkuuta, heinäkuun, heinäkuu, heinä; elokuuta, elokuun, elokuu, elo;"
        " syyskuuta, syyskuun, syyskuu, syys; lokakuuta, lokakuun, lokakuu, loka;"
        " marraskuuta, marraskuun, marraskuu, marras; joulukuuta, joulukuun, joulukuu, joulu",
        weekdays="maanantai, maanantaina; tiistai, tiistaina; keskiviikko, keskiviikkona; torstai, torstaina;"
        " perjantai, perjantaina; lauantai, lauantaina; sunnuntai, sunnuntaina",
        second="sekunti, sekuntia, sek, s",
        minute="minuutti, minuuttia, min",
        hour="tunti, tuntia",
        day="päivä, päivää, pv",
        week="viikko, viikkoa, vk",
        month="kuukausi, kuukautta, kk",
        year="vuosi, vuotta, v",
        ago="sitten",
        days="toissapäivänä; eilen; tänään; huomenna",
        now="juuri nyt, juuri äsken, äsken, nyt",
        last="viime viikolla; viime kuussa; viime vuonna",
        numbers="yksi; kaksi; kolme; neljä; viisi; kuusi; seitsemän; kahdeksan; yhdeksän; kymmenen",
        few="muutama, muutamia",
        published="julkaistu, luotu",
        updated="päivitetty, muokattu, viimeksi päivitetty",
        at="klo, kello",
        am="ap",
        pm="ip",
        rewrites="puoli tuntia = 30 minuuttia",
        glue="ja",
    ),
    Words(
        "hu",
        months="január, januári, jan; február, febr, feb; március, márc, már; április, ápr; május, máj;"
        " június, jún; július, júl; augusztus, aug; szeptember, szept, szep; október, okt; november, nov;"
        " december, dec",
        weekdays="hétfő; kedd; szerda; csütörtök; péntek; szombat; vasárnap",
        second="másodperc, másodperccel, mp",
        minute="perc, perccel, p",
        clock="óra, órával, ó",
        day="nap, nappal, napon",
        week="hét, héttel",
        month="hónap, hónappal",
        year="év, évvel",
        ago="ezelőtt",
        days="tegnapelőtt; tegnap; ma; holnap",
        now="éppen most, az imént, most, az előbb",
        last="múlt héten; múlt hónapban; tavaly",
        numbers="egy; két, kettő; három; négy; öt; hat; hét; nyolc; kilenc; tíz",
        few="néhány, pár",
        halves="fél",
        published="megjelent, közzétéve, létrehozva, megjelenés, publikálva",
        updated="frissítve, módosítva, frissült, utolsó frissítés",
        am="de",
        pm="du",
        rewrites="perce = perc ezelőtt; órája = óra ezelőtt; napja = nap ezelőtt; hete = héttel ezelőtt;"
        " hónapja = hónap ezelőtt; éve = év ezelőtt; másodperce = másodperc ezelőtt",
        glue="án, én, és, i, jén, ján",
    ),
    Words(
        "et",
        months="jaanuar, jaan; veebruar, veebr; märts; aprill, apr; mai; juuni; juuli; august, aug; september,"
        " sept;"
        " oktoober, okt; november, nov; detsember, dets",
        minute="minut, minutit, minuti, min",
        hour="tund, tundi, tunni",
        day="päev, päeva",
        week="nädal, nädalat, nädala",
        month="kuu, kuud",
        year="aasta, aastat",
        ago="tagasi, eest",
        days="üleeile; eile; täna; homme",
        at="kell",
    ),
    Words(
        "lv",
        months="janvāris, janvārī, janv; februāris, februārī, febr; marts, martā; aprīlis, aprīlī, apr; maijs,"
        " maijā;"
        " jūnijs, jūnijā, jūn; jūlijs, jūlijā, jūl; augusts, augustā, aug; septembris, septembrī, sept;"
        " oktobris, oktobrī, okt;"
        " novembris, novembrī, nov; decembris, decembrī, dec",
        minute="minūtes, minūtēm, minūti, min",
        hour="stundas, stundām, stundu",
        day="dienas, dienām, dienu, d",
        week="nedēļas, nedēļām, nedēļu",
        month="mēneša, mēnešiem, mēnesi",
        year="gada, gadiem, gadu, g",
        since="pirms",
        days="aizvakar; vakar; šodien; rīt",
    ),
    Words(
        "lt",
        months="sausio, sausis, saus; vasario, vasaris, vas; kovo, kovas; balandžio, balandis, bal;"
        " gegužės, gegužė, geg; birželio, birželis, birž; liepos, liepa, liep; rugpjūčio, rugpjūtis, rugp, rgp;"
        " rugsėjo, rugsėjis, rugs, rgs; spalio, spalis, spal; lapkričio, lapkritis, lapkr; gruodžio,"
        " gruodis, gruod, grd",
        weekdays="pirmadienis, pirmadienį; antradienis, antradienį; trečiadienis, trečiadienį;"
        " ketvirtadienis, ketvirtadienį; penktadienis, penktadienį; šeštadienis, šeštadienį;"
        " sekmadienis, sekmadienį",
        minute="minutę, minutes, minučių, min",
        hour="valandą, valandas, valandų, val",
        day="d, dieną, dienas, dienų",
        week="savaitę, savaites, savaičių",
        month="mėnesį, mėnesius, mėnesių, mėn",
        year="m, metus, metų",
        since="prieš",
        days="užvakar; vakar; šiandien; rytoj",
    ),
    Words(
        "tr",
        months="ocak, oca; şubat, şub; mart, mar; nisan, nis; mayıs, may; haziran, haz; temmuz, tem; ağustos, ağu;"
        " eylül, eyl; ekim, eki; kasım, kas; aralık, ara",
        weekdays="pazartesi; salı; çarşamba; perşembe; cuma; cumartesi; pazar",
        second="saniye, sn",
        minute="dakika, dk, dak",
        hour="saat, sa",
        day="gün",
        week="hafta, hf",
        month="ay",
        year="yıl, sene",
        ago="önce, evvel",
        days="evvelsi gün, önceki gün; dün; bugün; yarın",
        now="az önce, şimdi, şu anda, şimdi yayınlandı, biraz önce, demin",
        last="geçen hafta; geçen ay; geçen yıl, geçen sene",
        numbers="bir; iki; üç; dört; beş; altı; yedi; sekiz; dokuz",
        few="birkaç",
        halves="yarım",
        published="yayınlanma, yayınlanma tarihi, yayın tarihi, yayımlanma, yayınlandı, giriş, oluşturma, eklenme,"
        " giriş tarihi, oluşturulma tarihi, haber giriş",
        updated="güncelleme, güncellenme, son güncelleme, güncellendi, güncelleme tarihi",
        at="saat",
        am="öö",
        pm="ös",
        rewrites="yarım saat = 30 dakika",
        glue="günü, tarihinde, ve, yaklaşık",
    ),
    Words(
        "az",
        months="yanvar, yan; fevral, fev; mart; aprel; may; iyun, iyn; iyul, iyl; avqust, avq; sentyabr, sen;"
        " oktyabr, okt; noyabr, noy; dekabr, dek",
        minute="dəqiqə, dəq",
        hour="saat",
        day="gün",
        week="həftə",
        month="ay",
        year="il",
        ago="əvvəl, öncə",
        days="srağagün; dünən; bu gün, bugün; sabah",
    ),
    Words(
        "el",
        months="ιανουαρίου, ιανουάριος, ιαν; φεβρουαρίου, φεβρουάριος, φεβ, φεβρ; μαρτίου, μάρτιος, μαρ, μάρ;"
        " απριλίου, απρίλιος, απρ; μαΐου, μάιος, μαΐ, μάι, μαϊ; ιουνίου, ιούνιος, ιουν; ιουλίου, ιούλιος, ιουλ;"
        " αυγούστου, αύγουστος, αυγ; σεπτεμβρίου, σεπτέμβριος, σεπ, σεπτ; οκτωβρίου, οκτώβριος, οκτ;"
        " νοεμβρίου, νοέμβριος, νοε, νοέ, νοεμ; δεκεμβρίου, δεκέμβριος, δεκ",
        weekdays="δευτέρα, δευ; τρίτη, τρι; τετάρτη, τετ; πέμπτη, πεμ; παρασκευή, παρ; σάββατο, σαβ; κυριακή, κυρ",
        second="δευτερόλεπτο, δευτερόλεπτα, δευτ",
        minute="λεπτό, λεπτά, λεπτών, λεπ, λ",
        hour="ώρα, ώρες, ωρών, ώρ",
        day="ημέρα, ημέρες, μέρα, μέρες, ημερών",
        week="εβδομάδα, εβδομάδες, εβδ",
        month="μήνα, μήνες, μήνας, μηνών",
        year="έτος, έτη, χρόνο, χρόνια, χρόνος, ετών",
        since="πριν, πριν από",
        days="προχθές, προχτές; χθες, χτες, εχθές; σήμερα; αύριο",
        now="μόλις τώρα, τώρα, πριν από λίγο, πριν λίγο, μόλις",
        last="την περασμένη εβδομάδα; τον περασμένο μήνα; πέρυσι, πέρσι",
        numbers="ένα, μία, μια, έναν, ένας; δύο, δυο; τρεις, τρία; τέσσερις, τέσσερα; πέντε; έξι; επτά, εφτά;"
        " οκτώ,"
        " οχτώ;"
        " εννέα, εννιά; δέκα",
        few="μερικά, μερικές, λίγα, λίγες, λίγους",
        halves="μισή, μισό",
        published="δημοσίευση, δημοσιεύτηκε, δημοσιεύθηκε, αναρτήθηκε, δημοσιευμένο, ημερομηνία δημοσίευσης",
        updated="ενημέρωση, ενημερώθηκε, τελευταία ενημέρωση, τελ. ενημέρωση, τροποποιήθηκε",
        at="στις, στη, στην, ώρα",
        am="πμ, π.μ",
        pm="μμ, μ.μ",
        glue="περίπου, του, η, ης, της, και, την, τις",
    ),
)
