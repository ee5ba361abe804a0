"""What ``--help`` says; written by hand, for argparse's own words are English."""

from __future__ import annotations

from checker.limits import TIMEOUT

MAIN = """\
Kvalitetskoll kontrollerar innehållet i kvalitetsrapporter (SOSFS 2011:9).

  kvalitetskoll check [SÖKVÄG ...]   kontrollera rapporter och ge ett resultat
  kvalitetskoll explain REGEL        förklara en regel, med källor och exempel
  kvalitetskoll rules                lista alla regler
  kvalitetskoll matrix [SÖKVÄG ...]  visa var rapporterna svarar på varje krav

  --help      visa den här hjälpen; efter ett kommando: kommandots egen
  --version   visa versionen
"""

CHECK = f"""\
Användning: kvalitetskoll check [VAL] [SÖKVÄG ...]

Kontrollerar rapporter. En SÖKVÄG är en fil, en mapp (alla .yaml- och .yml-filer
under den) eller - för standard in. Utan sökväg kontrolleras den mapp som
kvalitetskoll.yaml anger, annars reports_yaml/. Undantag läses ur undantag.yaml
bredvid rapporterna.

  --format FORM        vad som skrivs ut: text (standard), json, sarif, junit,
                       gitlab, github (skriver också stegets sammanfattning),
                       azure, markdown eller html
  --output FORM=FIL    skriv också formen till en fil; får ges flera gånger
  --fail-on NIVÅ       lägsta nivå som ger utgångskod 1: error (standard),
                       warning, info eller never
  --final              läs varje rapport som färdig, också utkast
  --only REGEL         kör bara den regeln; får ges flera gånger
  --changed-since GREN  kontrollera bara det som har ändrats sedan grenen i git
                       lämnades, till exempel origin/main; tagg och nummer går
                       också. Är inget ändrat blir utgångskoden 3
  --previous SÖKVÄG    fil eller mapp med förra rapporten, som bara läses och
                       jämförs; får ges flera gånger; annars letas den bland
                       de kontrollerade filerna och i deras mappar
  --ruleset FIL        regeluppsättningen; annars letas kvalitetskoll.yaml uppåt
                       från den första sökvägen; default ger bara
                       standardreglerna, och ingen fil letas
  --rule-pages ADRESS  webbadressen till mappen med en sida för varje regel
                       (docs/regler), som formerna kan länka till
  --stdin-filename NAMN  filnamnet som visas för standard in
  --today DATUM        dagens datum, som undantag kan gå ut före: 2026-11-22
  --timeout SEKUNDER   så länge får en rapport ta, annars ger vi upp den:
                       {TIMEOUT} (standard)
  --color NÄR          auto (standard), always eller never; NO_COLOR följs
  --ascii              rita ramar och pilar med enkla tecken
  --debug              visa hela felspåret om programmet går sönder
  --help               visa den här hjälpen

Utgångskoder:
  0    kontrollerat, inget på eller över --fail-on; det som ett utkast har kvar
       att göra räknas inte
  1    påpekanden på eller över --fail-on, eller en fil som inte går att läsa
       som rapport (YAML-fel, fel teckenkodning, Word-fil och liknande)
  2    fel i kommandoraden; en regeluppsättning, en regelfil eller en
       undantag.yaml som inte går att använda; en namngiven fil som saknas;
       utdata som inte kan skrivas
  3    ingen rapport kontrollerades
  4    internt fel, eller en rapport som tog för lång tid; det som hann hittas
       visas
  130  avbrutet med Ctrl-C
"""

EXPLAIN = """\
Användning: kvalitetskoll explain [VAL] REGEL [RAPPORT ...]

Förklarar en regel. REGEL är dess id (LEX003) eller dess namn, eller en källa:
dess id (SoL-2025-27-5) eller ett lagrum inom citattecken ("27 kap. 5 § SoL").
Med en RAPPORT skrivs också det undantag som varje påpekande skulle behöva, att
klistra in i undantag.yaml.

  --ruleset FIL   regeluppsättningen; annars letas kvalitetskoll.yaml uppåt;
                  default ger bara standardreglerna
  --color NÄR     auto (standard), always eller never
  --ascii         använd enkla tecken
  --debug         visa hela felspåret om programmet går sönder
  --help          visa den här hjälpen

Utgångskoder:
  0    regeln är visad
  2    fel i kommandoraden, i regeluppsättningen eller i en undantag.yaml;
       en regel eller en rapport som inte finns
  4    internt fel
  130  avbrutet med Ctrl-C
"""

RULES = """\
Användning: kvalitetskoll rules [VAL]

Listar alla regler.

  --format FORM   text (standard) eller json
  --ruleset FIL   visa reglerna som regeluppsättningen har ändrat dem; annars
                  letas kvalitetskoll.yaml uppåt från den här mappen; default
                  ger bara standardreglerna
  --test MAPP     kör exemplen i mappens regelfiler, visa dem som inte håller
  --color NÄR     auto (standard), always eller never
  --ascii         använd enkla tecken
  --debug         visa hela felspåret om programmet går sönder
  --help          visa den här hjälpen

Utgångskoder:
  0    reglerna är visade, eller alla exempel håller
  1    något exempel håller inte
  2    fel i kommandoraden, i en regelfil eller i regeluppsättningen
  4    internt fel
  130  avbrutet med Ctrl-C
"""

MATRIX = f"""\
Användning: kvalitetskoll matrix [VAL] [SÖKVÄG ...]

Visar kravöversikten: vad som krävs av en rapport och var rapporten svarar på
det. Den är arbetsmaterial och ska sekretessgranskas innan den lämnas ut. En
SÖKVÄG är en fil, en mapp (alla .yaml- och .yml-filer under den) eller - för
standard in. Utan sökväg läses reports_yaml/.

  --format FORM        vad som skrivs ut: text (standard), markdown, csv, json
                       eller html
  --output FORM=FIL    skriv också formen till en fil; får ges flera gånger
  --final              läs varje rapport som färdig, också utkast
  --previous SÖKVÄG    fil eller mapp med förra rapporten, som bara läses och
                       jämförs; får ges flera gånger; annars letas den bland
                       de lästa filerna och i deras mappar
  --ruleset FIL        regeluppsättningen; annars letas kvalitetskoll.yaml uppåt
                       från den första sökvägen; default ger bara
                       standardreglerna, och ingen fil letas
  --stdin-filename NAMN  filnamnet som visas för standard in
  --today DATUM        dagens datum i översikten, till exempel 2026-11-22
  --timeout SEKUNDER   så länge får en rapport ta, annars ger vi upp den:
                       {TIMEOUT} (standard)
  --color NÄR          auto (standard), always eller never; NO_COLOR följs
  --ascii              rita linjer och pilar med enkla tecken
  --debug              visa hela felspåret om programmet går sönder
  --help               visa den här hjälpen

Formen csv öppnas direkt i Excel. Formen html läses i en webbläsare och kan
skrivas ut på liggande A4, med en ruta för den som bedömer.

Utgångskoder:
  0    översikten är visad. Den bedömer inget, så påpekanden ger inte 1. En fil
       som inte går att läsa som rapport står som "kunde inte kontrolleras"
  2    fel i kommandoraden, en regelfil, regeluppsättning eller undantag.yaml
       som inte går att använda, en namngiven fil som saknas, eller utdata som
       inte kan skrivas
  3    ingen rapport gick att läsa
  4    internt fel, eller en rapport som tog för lång tid; det som hann läsas
       visas
  130  avbrutet med Ctrl-C
"""
