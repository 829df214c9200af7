"""Words of time: Mongolian, Kurdish in both of its scripts, Burmese, languages of Central Asia, Macedonian,
Afrikaans, and the months of some more (Unicode CLDR 48).

Forms that are everyday words or names elsewhere once their marks are gone are left out (Kurdish "Çile", in Italian
Chile; Afrikaans "Julie").
"""

from tuinews.extract.dates.vocabulary.words import Words

CENTRAL = (
    Words(
        "mn",
        months="нэгдүгээр сарын, нэгдүгээр сар; хоёрдугаар сарын, хоёрдугаар сар; гуравдугаар сарын,"
        " гуравдугаар сар;"
        " дөрөвдүгээр сарын, дөрөвдүгээр сар; тавдугаар сарын, тавдугаар сар; зургаадугаар сарын, зургаадугаар"
        " сар,"
        " зургадугаар сарын; долоодугаар сарын, долоодугаар сар, долдугаар сарын; наймдугаар сарын, наймдугаар"
        " сар;"
        " есдүгээр сарын, есдүгээр сар; аравдугаар сарын, аравдугаар сар; арван нэгдүгээр сарын, арван"
        " нэгдүгээр сар,"
        " арваннэгдүгээр сарын; арван хоёрдугаар сарын, арван хоёрдугаар сар, арванхоёрдугаар сарын",
        weekdays="даваа; мягмар; лхагва; пүрэв; баасан; бямба; ням",
        second="секунд, секундын",
        minute="минут, минутын",
        hour="цаг, цагийн",
        day="өдөр, өдрийн, хоног, хоногийн",
        week="долоо хоног, долоо хоногийн",
        month="сар, сарын",
        year="он, оны, жил, жилийн",
        ago="өмнө",
        days="уржигдар; өчигдөр; өнөөдөр; маргааш",
        published="нийтэлсэн, нийтлэгдсэн",
        updated="шинэчилсэн, шинэчлэгдсэн",
        glue="р, дугаар, дүгээр, гараг, өдөр",
    ),
    Words(
        "ckb",
        months="کانوونی دووەم, کانوونی دووەمی, جانیوەری; شوبات, شوباتی, فێبریوەری; ئازار, ئازاری, مارس, مارسی;"
        " نیسان, نیسانی, ئەپریل; ئایار, ئایاری, مەی; حوزەیران, حوزەیرانی, جوون; تەمووز, تەمووزی, تەممووز,"
        " جولای; ئاب,"
        " ئابی, ئۆگەست; ئەیلوول, ئەیلوولی, ئەیلول, سێپتەمبەر; تشرینی یەکەم, تشرینی یەکەمی, ئۆکتۆبەر; تشرینی دووەم,"
        " تشرینی دووەمی, نۆڤەمبەر; کانوونی یەکەم, کانوونی یەکەمی, کانونی یەکەم, کانونی یەکەمی, دیسەمبەر",
        weekdays="دووشەممە; سێشەممە; چوارشەممە; پێنجشەممە; هەینی; شەممە; یەکشەممە",
        second="چرکە",
        minute="خولەک, دەقیقە",
        hour="کاتژمێر, سەعات",
        day="ڕۆژ, رۆژ",
        week="هەفتە",
        month="مانگ",
        year="ساڵ, ساڵی",
        ago="لەمەوبەر, لەوەپێش, لەمەوپێش",
        since="پێش",
        days="پێرێ; دوێنێ; ئەمڕۆ, ئەمرۆ; سبەینێ",
        am="پێشنیوەڕۆ, پ.ن, بەیانی",
        pm="پاشنیوەڕۆ, دوانیوەڕۆ, د.ن, ئێوارە",
        glue="ی, ەی, کات",
    ),
    Words(
        "ku",
        months="Çileya Paşîn, Rêbendan, Rêbendanê, Rêbendana, Çileyê; Sibat, Sibatê, Reşemî, Reşemiyê,"
        " Reşemiya; Adar, Adarê, Adara, Avdar;"
        " Nîsan,"
        " Nîsanê, Avrêl, Avrêlê, Avrêla; Gulan, Gulanê, Gulana; Hezîran, Hezîranê, Pûşper, Pûşperê, Pûşpera;"
        " Tîrmeh, Tîrmehê, Tîrmeha; Tebax,"
        " Tebaxê,"
        " Gelawêj, Gelawêjê, Gelawêja; Îlon, Îlonê, Rezber, Rezberê, Rezbera; Çiriya Pêşîn, Cotmeh, Cotmehê,"
        " Cotmeha; Çiriya Paşîn, Mijdar, Mijdara,"
        " Mijdarê; Çileya Pêşîn, Kanûnê, Berfanbar, Berfanbarê, Berfanbara",
        weekdays="duşem, duşemê; sêşem, sêşemê; çarşem, çarşemê; pêncşem, pêncşemê; înî; şemî, şemiyê; yekşem,"
        " yekşemê",
        minute="deqe, deqîqe, deqîqeyan, xulek",
        hour="saet, saetan, demjimêr",
        day="roj, rojan",
        week="hefte, hefteyan",
        month="meh, mehan",
        year="sal, salan, sala",
        ago="berê",
        since="beriya",
        glue="ê",
    ),
    Words(
        "my",
        months="ဇန်နဝါရီ, ဇန်နဝါရီလ, ဇန်; ဖေဖော်ဝါရီ, ဖေဖော်ဝါရီလ; မတ်, မတ်လ; ဧပြီ, ဧပြီလ; မေ, မေလ; ဇွန်, ဇွန်လ;"
        " ဇူလိုင်, ဇူလိုင်လ; ဩဂုတ်, ဩဂုတ်လ, သြဂုတ်, သြဂုတ်လ; စက်တင်ဘာ, စက်တင်ဘာလ; အောက်တိုဘာ, အောက်တိုဘာလ;"
        " နိုဝင်ဘာ, နိုဝင်ဘာလ; ဒီဇင်ဘာ, ဒီဇင်ဘာလ",
        weekdays="တနင်္လာ, တနင်္လာနေ့; အင်္ဂါ, အင်္ဂါနေ့; ဗုဒ္ဓဟူး, ဗုဒ္ဓဟူးနေ့; ကြာသပတေး, ကြာသပတေးနေ့; သောကြာ,"
        " သောကြာနေ့;"
        " စနေ, စနေနေ့; တနင်္ဂနွေ, တနင်္ဂနွေနေ့",
        second="စက္ကန့်",
        minute="မိနစ်, မိနစ်ခန့်",
        hour="နာရီ, နာရီခန့်",
        day="ရက်, ရက်နေ့, ရက်ခန့်",
        week="ပတ်, သီတင်းပတ်",
        year="ခုနှစ်, နှစ်, ခု နှစ်",
        ago="အကြာက, အကြာ, ကြာ",
        since="လွန်ခဲ့သော, လွန်ခဲ့သည့်, လွန်ခဲ့တဲ့",
        days="တမြန်နေ့; မနေ့က, မနေ့; ယနေ့, ဒီနေ့; မနက်ဖြန်",
        am="နံနက်, မနက်",
        pm="ညနေ, မွန်းလွဲ",
    ),
    Words(
        "uz",
        months="yanvar, yanvarda; fevral, fevralda; mart, martda; aprel, aprelda; may, mayda; iyun, iyunda;"
        " iyul, iyulda;"
        " avgust, avgustda; sentabr, sentyabr, sentabrda; oktabr, oktyabr, oktabrda; noyabr, noyabrda; dekabr,"
        " dekabrda",
        weekdays="dushanba; seshanba; chorshanba; payshanba; juma; shanba; yakshanba",
        minute="daqiqa",
        hour="soat",
        day="kun",
        week="hafta",
        month="oy",
        year="yil, yili",
        ago="oldin, avval",
        days="; kecha; bugun; ertaga",
    ),
    Words(
        "ky",
        months="январь, январы; февраль, февралы; март, марты; апрель, апрели; май, майы; июнь, июну; июль, июлу;"
        " август, августу; сентябрь, сентябры; октябрь, октябры; ноябрь, ноябры; декабрь, декабры",
        weekdays="дүйшөмбү; шейшемби; шаршемби; бейшемби; жума; ишемби; жекшемби",
        minute="мүнөт",
        hour="саат",
        day="күн",
        week="апта, жума",
        month="ай",
        year="жыл, жылы, жылдын, ж",
        ago="мурун, мурда",
        days="; кечээ; бүгүн; эртең",
    ),
    Words(
        "tk",
        months="ýanwar, ýanwary; fewral, fewraly; mart, marty; aprel, apreli; maý, maýy; iýun, iýuny; iýul, iýuly;"
        " awgust, awgusty; sentýabr, sentýabry; oktýabr, oktýabry; noýabr, noýabry; dekabr, dekabry",
        minute="minut",
        hour="sagat",
        year="ýyl, ýylyň",
        ago="öň, ozal",
        glue="nji, njy",
    ),
    Words(
        "ps",
        months="جنوري; فبروري; مارچ; اپریل; مۍ; جون; جولای; اګست, اگست; سپتمبر; اکتوبر; نومبر; ډسمبر, دسمبر",
        weekdays="دوشنبه; سه شنبه; چهارشنبه; پنجشنبه; جمعه; شنبه; یکشنبه",
        minute="دقیقې",
        hour="ساعته, ساعتونه",
        day="ورځې, ورځ",
        year="کاله, کال",
        glue="د, مه",
        ago="وړاندې, مخکې",
        days="; پرون; نن; سبا",
    ),
    Words(
        "mk",
        months="јануари; февруари; март; април; мај; јуни; јули; август; септември; октомври; ноември; декември",
        weekdays="понеделник; вторник; среда; четврток; петок; сабота; недела",
        minute="минута, минути",
        hour="час, часа, часови",
        day="ден, дена, денови",
        week="недела, недели",
        month="месец, месеци",
        year="година, години",
        since="пред",
        days="завчера; вчера; денес; утре",
    ),
    Words(
        "af",
        months="Januarie; Februarie; Maart; April; Mei; Junie; Jul; Augustus; September; Oktober; November;"
        " Desember",
        minute="minuut, minute",
        hour="uur",
        day="dag, dae",
        ago="gelede",
        days="eergister; gister; vandag; môre",
    ),
    Words(
        "mt",
        months="Jannar, ta' Jannar; Frar, ta' Frar; Marzu, ta' Marzu; ta' April; Mejju, ta' Mejju; Ġunju, ta'"
        " Ġunju;"
        " Lulju, ta' Lulju; Awwissu, ta' Awwissu; Settembru, ta' Settembru; Ottubru, ta' Ottubru; Novembru,"
        " ta' Novembru; Diċembru, ta' Diċembru",
    ),
    Words("tt", year="ел, елның"),
    Words("gd", glue="mh, dhen"),
    Words(
        "lb",
        months="Januar; Februar; Mäerz; Abrëll; Mee; Juni; Juli; August; September; Oktober; November; Dezember",
    ),
    Words(
        "so",
        months="Janaayo, Jannaayo; Febraayo; Maarso; Abriil; Maajo; Juun; Luuliyo; Agoosto; Sebtembar, Sebteembar;"
        " Oktoobar; Nofembar, Nofeembar; Desembar, Diseembar",
    ),
    Words(
        "ha",
        months="Janairu; Fabrairu; Maris; Afirilu; Mayu; Yuni; Yuli; Agusta; Satumba; Oktoba; Nuwamba; Disamba",
    ),
    Words(
        "or",
        months="ଜାନୁଆରୀ; ଫେବୃଆରୀ, ଫେବ୍ରୁଆରୀ; ମାର୍ଚ୍ଚ; ଅପ୍ରେଲ, ଏପ୍ରିଲ; ମଇ, ମେ; ଜୁନ, ଜୁନ୍; ଜୁଲାଇ; ଅଗଷ୍ଟ;"
        " ସେପ୍ଟେମ୍ବର; ଅକ୍ଟୋବର;"
        " ନଭେମ୍ବର; ଡିସେମ୍ବର",
    ),
    Words(
        "as",
        months="জানুৱাৰী; ফেব্ৰুৱাৰী; মাৰ্চ; এপ্ৰিল; মে'; জুন; জুলাই; আগষ্ট; ছেপ্টেম্বৰ; অক্টোবৰ; নৱেম্বৰ; ডিচেম্বৰ",
    ),
    Words(
        "eo",
        months="januaro; februaro; marto; aprilo; majo; junio; julio; aŭgusto; septembro; oktobro; novembro;"
        " decembro",
    ),
    Words(
        "ug",
        months="يانۋار; فېۋرال; مارت; ئاپرېل; ماي; ئىيۇن; ئىيۇل; ئاۋغۇست; سېنتەبىر; ئۆكتەبىر; نويابىر; دېكابىر",
    ),
)
