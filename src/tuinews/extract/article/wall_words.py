"""What walls say of themselves, in the languages of the press. They name a wall; they alone make none of a page
that has the article.
"""

import re

from tuinews.late import late_pattern
from tuinews.model.page import Wall

_SAID = {
    Wall.ROBOTS: """
        just a moment|verif(?:y|ying) (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|not
        a robot|unusual traffic|security of your connection|checking your browser|security check|bot
        (?:detection|protection)|access (?:to this page has been )?denied|request blocked|you have been
        blocked|captcha|attention required|ddos|sind sie ein (?:mensch|roboter)|
        sicherheits(?:überprüfung|prüfung)|kein roboter|zugriff verweigert|vous êtes humain|pas un
        robot|vérification de sécurité|accès (?:refusé|bloqué)|no eres un robot|eres humano|verificación
        de seguridad|acceso denegado|non sei un robot|verifica di sicurezza|não é um rob[ôo]|verificação
        de segurança|acesso negado|geen robot|nie jesteś robotem|проверка (?:браузера|безопасности)|вы
        не робот|доступ (?:ограничен|запрещ[её]н)|перевірка (?:браузера|безпеки)|robot olmadığınızı|
        güvenlik kontrolü|không phải (?:là )?(?:robot|người máy)|xác minh (?:bạn|rằng bạn)|kiểm tra
        (?:bảo mật|trình duyệt)|bukan robot|ロボットではない|セキュリティ(?:チェック|確認)|
        人間であること|人机验证|安全(?:验证|检查)|人機驗證|安全驗證|로봇이 아닙니다|보안 (?:확인|검사)|
        لست روبوت|التحقق من (?:الأمان|أنك)|ไม่ใช่โรบอต|ตรวจสอบความปลอดภัย|
        making sure you(?:'|’)?re not a bot|robot (?:vagy|ellenőrzés)|nejste robot|nie ste robot|
        ověřujeme|nu sunteți (?:un )?robot|verificare de securitate|не сте робот|проверка за сигурност|
        δεν είστε ρομπότ|έλεγχος ασφαλείας|אינך רובוט|שאתה אנושי|בדיקת אבטחה|ربات نیستید|بررسی امنیتی|
        रोबोट नहीं|सुरक्षा जांच|비정상적인 접근|자동화된 접근|접근이 차단|er du et menneske|
        ikke en robot|oletko ihminen|inte en robot""",
    Wall.SIGN_IN: """
        (?:log|sign) ?in to (?:continue|read|view|your)|please (?:log|sign) in|(?:log|sign) in|
        subscribe(?:rs)? (?:only|to (?:continue|read))|create (?:an|a free) account|register to
        (?:continue|read)|already a (?:member|subscriber)|anmelden|einloggen|registrieren|jetzt
        abonnieren|connectez-vous|se connecter|créez un compte|abonnez-vous|inici(?:a|e|ar) sesión|
        regístr[ae]|suscríb|accedi|registrati|abbonati|entrar na sua conta|faça (?:o )?login|assine|
        inloggen|zaloguj|войти|войдите|авториз|зарегистрируйтесь|увійти|увійдіть|giriş yap|đăng nhập|
        đăng ký tài khoản|masuk|ログイン|会員登録|登录|登入|注册|註冊|로그인|회원가입|تسجيل الدخول|
        เข้าสู่ระบบ|logga in|logg inn|log ind|kirjaudu|
        autentific|conectează-te|conectați-vă|bejelentkez|előfizet|přihlaste|přihlášení|předplatné|
        prihláste|σύνδεση για|συνδεθείτε|συνδρομητ|влезте|вход за абонати|התחבר|למנויים|وارد شوید|
        ورود به حساب|اشتراک|लॉग ?इन|सदस्यता|prijavite|pretplat""",
    Wall.REGION: """
        (?:not|isn.t|un)\\s?available (?:in|from) your (?:country|region|location|area)|due to legal
        reasons|european economic area|not available in the eu|in ihrem land nicht|in deinem land nicht|pas
        (?:disponible|accessible) dans votre (?:pays|région)|
        no (?:está )?disponible en (?:su|tu) (?:país|región)|non
        (?:è )?disponibile nel tuo paese|não (?:está )?disponível (?:no|em) seu país|niedostępn\\w+ w
        twoim kraju|недоступ\\w+ в вашей стране|недоступн\\w+ у вашій країні|ülkenizde|không khả dụng
        (?:ở|tại) (?:quốc gia|khu vực)|không (?:xem|truy cập) được (?:ở|tại) nước|お住まいの(?:国|地域)|
        您所在的(?:国家|地区)|您所在的(?:國家|地區)|해당 (?:국가|지역)|في بلدك|في منطقتك|در کشور شما|
        ไม่พร้อมให้บริการในประเทศ""",
    Wall.CONSENT: """
        accept (?:all )?cookies|cookie (?:consent|settings|policy)|(?:your|privacy) (?:consent|choices)|
        we (?:and our partners )?(?:use|value)[^.]{0,40}(?:cookies|privacy)|before you continue|
        (?:respect|care about|important)[^.]{0,30}your privacy|your privacy (?:is|matters)|
        ihre privatsphäre|votre vie privée|(?:tu|su) privacidad|(?:la tua|alla tua|vostra) privacy|
        (?:sua|tua) privacidade|(?:je|jouw|uw) privacy|(?:twoj|pańsk)\\w+ prywatnoś|
        ваш\\w* (?:конфиденциальност|приватн)|din integritet|dit privatliv|ditt personvern|yksityisyytesi|
        vaš(?:e|eho) soukromí|gizliliğiniz|خصوصيتك|あなたのプライバシー|您的(?:隐私|隱私)|
        quyền riêng tư của bạn|ความเป็นส่วนตัวของคุณ|privasi anda|cookies?
        zustimm|zustimmung|mit werbung und tracking|einwilligung|accepter (?:les )?cookies|votre
        consentement|consentement|aceptar (?:las )?cookies|consentimiento|accetta(?:re)? (?:i )?cookie|
        consenso|aceitar (?:os )?cookies|consentimento|cookies accepteren|toestemming|zgod[aęy]|файлы
        cookie|согласи[ея]|çerez|chấp nhận cookie|đồng ý (?:với|cho)[^.]{0,30}cookie|クッキー|cookie
        ?の使用|接受 ?cookie|쿠키|ملفات تعريف الارتباط|คุกกี้|samtycke|samtykke|suostumus|evästeet|
        προσωπικά δεδομένα|ιδιωτικότητ[αά]|συνεργάτες μας|συναίνεσ|αποδοχή όλων|souhlas|hozzájárul|
        sütik|consimțământ|acceptă toate|съгласие|бисквитки|מדיניות פרטיות|עוגיות|کوکی|कुकी|privola|
        kolačić""",
    Wall.SCRIPT: """
        enable java ?script|java ?script (?:is (?:required|disabled|needed)|aktivieren|muss)|activer
        javascript|active javascript|habilit[ae] (?:o )?javascript|attiva(?:re)? javascript|javascript
        inschakelen|włącz(?:yć)? (?:obsługę )?javascript|включите javascript|увімкніть javascript|bật
        javascript|javascript ?を有効|启用 ?javascript|啟用 ?javascript|자바스크립트|تفعيل جافا|
        unsupported browser|browser is not supported|update your browser|
        engedélyezze a javascript|zapněte javascript|activați javascript|включете javascript|
        ενεργοποιήστε (?:τη )?javascript|הפעל javascript|جاوا ?اسکریپت را|जावास्क्रिप्ट|
        aktivera javascript|ota javascript""",
    Wall.GONE: """
        (?:page|article|content|story)[^.]{0,20}(?:not found|no longer (?:available|exists?)|does(?:n.t|
        not) exist|has been (?:removed|deleted)|cannot be found)|\\b404\\b|\\b410\\b|oops|nicht
        gefunden|existiert nicht|page introuvable|n'existe (?:pas|plus)|no encontrad|no existe|non
        trovat|não encontrad|niet gevonden|nie znaleziono|nie istnieje|страница не найдена|не
        существует|не знайдено|bulunamadı|không (?:tìm thấy|tồn tại)|tidak ditemukan|見つかりません|
        存在しません|找不到|不存在|페이지를 찾을 수|غير موجودة|ไม่พบ|hittades inte|ikke funnet|blev ikke
        fundet|ei löytynyt|
        nem található|nem létezik|stránka (?:nenalezena|neexistuje)|stránka sa nenašla|nu a fost găsit|
        nu există|не е намерен|δεν (?:βρέθηκε|υπάρχει)|לא נמצא|אינו קיים|یافت نشد|وجود ندارد|नहीं मिला|
        उपलब्ध नहीं|nije pronađen""",
    Wall.MAINTENANCE: """
        (?:under|down for|scheduled) maintenance|be (?:right )?back (?:soon|shortly)|temporarily
        (?:unavailable|down)|service unavailable|wartung(?:sarbeiten)?|en (?:cours de )?maintenance|
        mantenimiento|manutenzione|manutenção|onderhoud|konserwacj|prace techniczne|техническ(?:ие|их)
        работ|технічні роботи|bakım|bảo trì|đang nâng cấp|pemeliharaan|メンテナンス|维护|維護|점검|
        صيانة|ปิดปรับปรุง|underhåll|vedlikehold|vedligehold|huolto|
        karbantart|údržb|întreținere|mentenanță|поддръжка|συντήρηση|תחזוקה|تعمیر|به‌روزرسانی|रखरखाव|
        održavanj""",
}

JAVASCRIPT = re.compile(
    r"java ?script|джава ?скрипт|ява ?скрипт|جافا ?سكري?بت|جاوا ?\u200c?اسکریپت|ג'?אווה ?סקריפט|जावा ?स्क्रिप्ट|"
    r"জাভা ?স্ক্রিপ্ট|ஜாவா ?ஸ்கிரிப்ட்|จาวา ?สคริปต์?|자바 ?스크립트",
    re.IGNORECASE,
)
"""The name of JavaScript, which hardly a language translates, in scripts that spell it in their own letters."""

SENTENCE = re.compile(r"[^\n.!?。！？؟।]+")
"""A sentence, roughly: enough to see whether two things are asked for at once."""

WORDS = {
    wall: late_pattern(re.sub(r"\s*\n\s*", " ", said.strip()).replace("| ", "|"), re.IGNORECASE)
    for wall, said in _SAID.items()
}
"""A pattern for each kind of wall that says what it is; where several say it, the first of them here counts."""
