"""Months of languages whose feeds and pages print them, and of some the words for how long ago: Belarusian, Tajik,
the scripts of India, Nepali, Sinhala, Amharic, Irish, Welsh, Basque, Galician, Swahili, Icelandic,
Albanian and Filipino (Unicode CLDR 48).

Short forms that are words elsewhere (Basque "abe", "ira") are left out; a feed's own language knows a month by its
beginning.
"""

from tuinews.extract.dates.vocabulary.words import Words

REST = (
    Words(
        "be",
        months="студзеня, студзень; лютага, люты; сакавіка, сакавік; красавіка, красавік; мая, май, траўня;"
        " чэрвеня, чэрвень; ліпеня, ліпень; жніўня, жнівень; верасня, верасень; кастрычніка, кастрычнік;"
        " лістапада, лістапад; снежня, снежань",
        minute="хвіліна, хвіліны, хвілін, хвіліну",
        hour="гадзіна, гадзіны, гадзін, гадзіну",
        day="дзень, дні, дзён",
        week="тыдзень, тыдні, тыдняў",
        month="месяц, месяцы, месяцаў",
        year="год, гады, гадоў, года",
        ago="таму",
        days="пазаўчора; учора; сёння; заўтра",
        glue="г",
    ),
    Words(
        "te",
        months="జనవరి, జన; ఫిబ్రవరి; మార్చి; ఏప్రిల్; మే; జూన్; జులై, జూలై; ఆగస్టు, ఆగస్ట్; సెప్టెంబర్, సెప్టెంబరు;"
        " అక్టోబర్, అక్టోబరు; నవంబర్, నవంబరు; డిసెంబర్, డిసెంబరు",
        minute="నిమిషం, నిమిషాల, నిమిషాలు",
        hour="గంట, గంటల, గంటలు",
        day="రోజు, రోజుల, రోజులు",
        ago="క్రితం",
        days="మొన్న; నిన్న; నేడు, ఈరోజు; రేపు",
    ),
    Words(
        "mr",
        months="जानेवारी, जाने; फेब्रुवारी, फेब्रु; मार्च; एप्रिल; मे; जून; जुलै; ऑगस्ट, ऑग; सप्टेंबर, सप्टें; ऑक्टोबर, ऑक्टो;"
        " नोव्हेंबर, नोव्हें; डिसेंबर, डिसें",
        minute="मिनिट, मिनिटे",
        hour="तास",
        day="दिवस",
        ago="पूर्वी",
        rewrites="तासांपूर्वी = तास पूर्वी; मिनिटांपूर्वी = मिनिट पूर्वी; दिवसांपूर्वी = दिवस पूर्वी",
    ),
    Words(
        "gu",
        months="જાન્યુઆરી, જાન્યુ; ફેબ્રુઆરી, ફેબ્રુ; માર્ચ; એપ્રિલ; મે; જૂન; જુલાઈ; ઑગસ્ટ, ઓગસ્ટ; સપ્ટેમ્બર, સપ્ટે;"
        " ઑક્ટોબર, ઓક્ટોબર, ઑક્ટો; નવેમ્બર, નવે; ડિસેમ્બર, ડિસે",
        minute="મિનિટ",
        hour="કલાક",
        day="દિવસ",
        ago="પહેલાં, પહેલા",
        days="; ગઈકાલે; આજે; આવતીકાલે",
    ),
    Words(
        "kn",
        months="ಜನವರಿ, ಜನ; ಫೆಬ್ರವರಿ, ಫೆಬ್ರ; ಮಾರ್ಚ್; ಏಪ್ರಿಲ್; ಮೇ; ಜೂನ್; ಜುಲೈ; ಆಗಸ್ಟ್; ಸೆಪ್ಟೆಂಬರ್, ಸೆಪ್ಟೆಂ; ಅಕ್ಟೋಬರ್,"
        " ಅಕ್ಟೋ; ನವೆಂಬರ್, ನವೆಂ; ಡಿಸೆಂಬರ್, ಡಿಸೆಂ",
        minute="ನಿಮಿಷ, ನಿಮಿಷಗಳ",
        hour="ಗಂಟೆ, ಗಂಟೆಗಳ",
        day="ದಿನ, ದಿನಗಳ",
        ago="ಹಿಂದೆ",
        days="; ನಿನ್ನೆ; ಇಂದು; ನಾಳೆ",
    ),
    Words(
        "ml",
        months="ജനുവരി, ജനു; ഫെബ്രുവരി, ഫെബ്രു; മാർച്ച്, മാർ; ഏപ്രിൽ, ഏപ്രി; മേയ്, മെയ്; ജൂൺ; ജൂലൈ; ഓഗസ്റ്റ്, ആഗസ്റ്റ്, ഓഗ;"
        " സെപ്റ്റംബർ, സെപ്റ്റം; ഒക്ടോബർ, ഒക്ടോ; നവംബർ, നവം; ഡിസംബർ, ഡിസം",
        minute="മിനിറ്റ്",
        hour="മണിക്കൂർ",
        day="ദിവസം",
        ago="മുമ്പ്, മുൻപ്",
        days="മിനിഞ്ഞാന്ന്; ഇന്നലെ; ഇന്ന്; നാളെ",
    ),
    Words(
        "pa",
        months="ਜਨਵਰੀ, ਜਨ; ਫ਼ਰਵਰੀ, ਫਰਵਰੀ, ਫ਼ਰ; ਮਾਰਚ; ਅਪ੍ਰੈਲ; ਮਈ; ਜੂਨ; ਜੁਲਾਈ; ਅਗਸਤ; ਸਤੰਬਰ, ਸਤੰ; ਅਕਤੂਬਰ, ਅਕਤੂ; ਨਵੰਬਰ,"
        " ਨਵੰ; ਦਸੰਬਰ, ਦਸੰ",
        minute="ਮਿੰਟ",
        hour="ਘੰਟੇ, ਘੰਟਾ",
        day="ਦਿਨ",
        ago="ਪਹਿਲਾਂ",
    ),
    Words(
        "si",
        months="ජනවාරි, ජන; පෙබරවාරි, පෙබ; මාර්තු; අප්‍රේල්, අප්රේල්; මැයි; ජූනි; ජූලි; අගෝස්තු, අගෝ; සැප්තැම්බර්, සැප්;"
        " ඔක්තෝබර්, ඔක්; නොවැම්බර්, නොවැ; දෙසැම්බර්, දෙසැ",
    ),
    Words(
        "am",
        months="ጃንዋሪ, ጃንዩወሪ; ፌብሩዋሪ, ፌብሩወሪ; ማርች; ኤፕሪል; ሜይ; ጁን; ጁላይ; ኦገስት; ሴፕቴምበር; ኦክቶበር; ኖቬምበር; ዲሴምበር",
    ),
    Words(
        "ga",
        months="Eanáir; Feabhra; Márta; Aibreán; Bealtaine; Meitheamh; Iúil; Lúnasa; Meán Fómhair, MFómh;"
        " Deireadh Fómhair, DFómh; Samhain; Nollaig",
    ),
    Words(
        "cy",
        months="Ionawr; Chwefror; Mawrth; Ebrill; Mai; Mehefin; Gorffennaf; Awst; Medi; Hydref; Tachwedd; Rhagfyr",
    ),
    Words(
        "eu",
        months="urtarrila, urtarrilak, urtarrilaren; otsaila, otsailak, otsailaren; martxoa, martxoak, martxoaren;"
        " apirila, apirilak, apirilaren; maiatza, maiatzak, maiatzaren; ekaina, ekainak, ekainaren; uztaila,"
        " uztailak, uztailaren; abuztua, abuztuak, abuztuaren; iraila, irailak, irailaren; urria, urriak,"
        " urriaren; azaroa, azaroak, azaroaren; abendua, abenduak, abenduaren",
    ),
    Words(
        "gl",
        months="xaneiro; febreiro; marzo; abril; maio; xuño; xullo; agosto; setembro; outubro; novembro; decembro",
    ),
    Words(
        "sw",
        months="Januari; Februari; Machi; Aprili; Mei; Juni; Julai; Agosti; Septemba; Oktoba; Novemba; Desemba",
    ),
    Words(
        "is",
        months="janúar; febrúar; mars; apríl; maí; júní; júlí; ágúst; september; október; nóvember; desember",
    ),
    Words(
        "sq",
        months="janar; shkurt; mars; prill; maj; qershor; korrik; gusht; shtator; tetor; nëntor; dhjetor",
    ),
    Words(
        "tl",
        months="Enero; Pebrero; Marso; Abril; Mayo; Hunyo; Hulyo; Agosto; Setyembre; Oktubre; Nobyembre;"
        " Disyembre",
    ),
    Words(
        "ne",
        months="जनवरी; फेब्रुअरी; मार्च; अप्रिल; मे; जुन; जुलाई; अगस्ट; सेप्टेम्बर; अक्टोबर; नोभेम्बर; डिसेम्बर",
        minute="मिनेट",
        hour="घण्टा",
        day="दिन",
        ago="अघि",
        days="; हिजो; आज; भोलि",
    ),
    Words(
        "tg",
        months="январ, январи; феврал, феврали; март, марти; апрел, апрели; май, майи; июн, июни; июл, июли;"
        " август, августи; сентябр, сентябри; октябр, октябри; ноябр, ноябри; декабр, декабри",
    ),
)
