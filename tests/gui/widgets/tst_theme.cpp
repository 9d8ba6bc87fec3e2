#include "widgets/style.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;

namespace {

QPalette paletteWithWindow(const QColor &window)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    return palette;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrast_knownPairs_matchTheDefinition()
    {
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(Theme::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(Theme::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textColours_onEveryBackground_reachAa_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("accent");
        for (const bool dark : {false, true}) {
            for (const auto &[name, accent] :
                 {std::pair{"own", QColor()}, std::pair{"yellow", QColor(Qt::yellow)},
                  std::pair{"black", QColor(Qt::black)}, std::pair{"white", QColor(Qt::white)},
                  std::pair{"orange", QColor(0xe6, 0x61, 0x00)}})
                QTest::addRow("%s %s", dark ? "dark" : "light", name) << dark << accent;
        }
    }
    void textColours_onEveryBackground_reachAa()
    {
        QFETCH(bool, dark);
        QFETCH(QColor, accent);
        const QPalette palette = Theme::palette(dark, accent);
        for (const auto background : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const QColor behind = palette.color(background);
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::PlaceholderText, QPalette::Link,
                                    QPalette::BrightText}) {
                // The alternate rows of tables carry plain text only.
                if (background == QPalette::AlternateBase && role == QPalette::Link)
                    continue;
                QVERIFY2(Theme::contrast(palette.color(role), behind) >= 4.5, qPrintable(QString::number(role)));
            }
            for (const auto role : {ColourRole::Success, ColourRole::Warning, ColourRole::Danger, ColourRole::Info,
                                    ColourRole::MutedText})
                QVERIFY2(Theme::contrast(Theme::colour(role, palette), behind) >= 4.5,
                         qPrintable(QString::number(static_cast<int>(role))));
        }
        QVERIFY(Theme::contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
        QVERIFY(Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(Theme::contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void lines_onTheirBackground_reachThree_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void lines_onTheirBackground_reachThree()
    {
        QFETCH(bool, dark);
        const QPalette palette = Theme::palette(dark);
        for (int i = 0; i < 6; ++i)
            QVERIFY(Theme::contrast(Theme::seriesColour(i, palette), palette.color(QPalette::Base)) >= 3);
        for (const auto background : {QPalette::Base, QPalette::Window})
            QVERIFY2(Theme::contrast(Theme::colour(ColourRole::FieldBorder, palette), palette.color(background)) >= 3,
                     qPrintable(QString::number(
                         Theme::contrast(Theme::colour(ColourRole::FieldBorder, palette), palette.color(background)))));
    }

    void seriesColours_ofOnePlot_areDistinct()
    {
        for (const bool dark : {false, true}) {
            QSet<QRgb> seen;
            for (int i = 0; i < 6; ++i)
                seen << Theme::seriesColour(i, Theme::palette(dark)).rgb();
            QCOMPARE(seen.size(), 6);
        }
        QCOMPARE(Theme::seriesColour(6, Theme::palette(false)), Theme::seriesColour(0, Theme::palette(false)));
    }

    void apply_eachMode_setsPaletteStyleAndTells()
    {
        QApplication::setPalette(paletteWithWindow(Qt::black));
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(ThemeMode::Light);
        QVERIFY(!theme.isDark());
        QVERIFY(!Theme::isDark(QApplication::palette()));
        QVERIFY(qobject_cast<Style *>(QApplication::style()));
        theme.apply(ThemeMode::Dark);
        QVERIFY(Theme::isDark(QApplication::palette()));
        theme.apply(ThemeMode::Light);
        theme.apply(ThemeMode::System); // the desktop was dark at the start
        QVERIFY(theme.isDark());
        QCOMPARE(theme.mode(), ThemeMode::System);
        QCOMPARE(changed.count(), 4);
    }

    void setAccent_invalid_goesBackToTheDefault()
    {
        QApplication::setPalette(paletteWithWindow(Qt::white));
        Theme theme(*qApp);
        theme.apply(ThemeMode::System);
        const QColor own = QApplication::palette().color(QPalette::Highlight);
        theme.setAccent(QColor(0x9c, 0x27, 0x70));
        QVERIFY(QApplication::palette().color(QPalette::Highlight) != own);
        theme.setAccent({});
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), own);
    }

    void fonts_titleHeadingBodyCaption_shrinkInThatOrder()
    {
        QVERIFY(Theme::font(TextRole::Title).pointSizeF() > Theme::font(TextRole::Heading).pointSizeF());
        QVERIFY(Theme::font(TextRole::Heading).pointSizeF() > Theme::font(TextRole::Body).pointSizeF());
        QVERIFY(Theme::font(TextRole::Body).pointSizeF() > Theme::font(TextRole::Caption).pointSizeF());
        QVERIFY(QFontInfo(Theme::font(TextRole::Monospace)).fixedPitch());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
