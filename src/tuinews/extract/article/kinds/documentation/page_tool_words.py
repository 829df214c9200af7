"""What tools of a page say in documentation, in the languages that its programs are translated into most."""

import re

from tuinews.late import late_pattern


def _pattern(*languages: str) -> re.Pattern[str]:
    return late_pattern(rf"\W*(?:{'|'.join(languages)})\W*", re.IGNORECASE)


LINK = _pattern(
    r"(?:edit|improve|suggest|view|show|report|open|fork|raise|create)\b.{0,12}"
    r"\b(?:page|edits?|source|issue|bug|github|gitlab|topic|doc)(?: on (?:github|gitlab))?",
    r"(?:edit )?on (?:github|gitlab)|(?:back )?to (?:the )?top|next(?: page)?|previous(?: page)?|prev",
    r"source|src|copy(?: page| as markdown)?",
    r"(?:diese )?seite bearbeiten|quelltext|quellcode|nach oben|weiter|zurück|(?:nächste|vorherige) seite",
    r"modifier cette page|haut de page|suivant|précédent|page (?:suivante|précédente)",
    r"editar (?:esta )?página|siguiente|anterior|próxim[oa]|modifica questa pagina",
    r"редактировать (?:эту )?страницу|далее|назад|следующая|предыдущая",
    r"编辑此页面?|編輯此頁|在 ?github ?上编辑此页|上一[页頁篇节節]|下一[页頁篇节節]",
    r"このページを編集(?:する)?|次(?:へ|のページ)|前(?:へ|のページ)|이 페이지 (?:편집하기|수정)|다음|이전",
    r"(?:sửa|chỉnh sửa) trang này|trang (?:sau|trước)|(?:bài )?(?:tiếp theo|trước)|lên đầu trang",
)
"""The words of a link that is a tool of the page."""

LINE = _pattern(
    r"(?:was|is|did you find) this "
    r"(?:(?:page|article|document|topic|section|guide|content|information)\b.{0,20}\b)?(?:helpful|useful)\W*(?:yes)?\W*(?:no)?",
    r"(?:page )?last (?:updated|modified|edited|reviewed|built)\b.{0,60}",
    r"(?:war|ist) diese (?:seite|information)\b.{0,20}hilfreich",
    r"(?:zuletzt (?:aktualisiert|geändert|bearbeitet)|letzte (?:aktualisierung|änderung))\b.{0,40}",
    r"cette page (?:vous )?(?:a-t-elle|est-elle|vous a-t-elle)\b.{0,20}utile",
    r"dernière (?:mise à jour|modification)\b.{0,40}",
    r"¿.{0,30}\b(?:útil|ayudó)|última (?:actualización|modificación|atualização)\b.{0,40}",
    r"esta página (?:foi|é) útil",
    r"(?:была ли )?эта (?:страница|статья) (?:была )?полезн.{1,8}",
    r"(?:последнее обновление|дата изменения|обновлено)\b.{0,40}",
    r"(?:此|本)(?:页|頁|文).{0,8}有[用帮幫]助?.{0,4}|(?:最后|最後|上次)(?:更新|编辑|修改).{0,40}",
    r"このページは役に立ち.{0,8}|最終更新.{0,40}",
    r"(?:trang|bài viết) này có (?:hữu ích|giúp ích)\b.{0,20}|(?:cập nhật|sửa) lần cuối\b.{0,40}",
)
"""What asks of the page, or tells of its file, in a line without a link."""

CONTENTS = _pattern(
    r"(?:table of )?contents|on this page|in this (?:article|page|section|topic|document)|page contents",
    r"inhalt(?:sverzeichnis)?|auf dieser seite|in diesem artikel",
    r"sommaire|table des matières|sur cette page|dans cet article",
    r"contenidos?|índice|en esta página|tabla de contenidos?|nesta página|conteúdo|indice|in questa pagina",
    r"содержание|оглавление|на этой странице|в этой статье",
    r"本页目录|本頁目錄|目录|目錄|目次|このページの内容|목차",
    r"mục lục|trên trang này|trong bài này|nội dung(?: trang)?",
)
"""What a list of the page's own headings is called."""
