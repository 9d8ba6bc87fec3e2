#include "widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <cmath>

using namespace sparkler::gui;

namespace {

/// Alpha-weighted mean colour; invalid for a blank picture.
QColor meanColour(const QImage &image)
{
    double red = 0, green = 0, blue = 0, alpha = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            red += pixel.redF() * pixel.alphaF();
            green += pixel.greenF() * pixel.alphaF();
            blue += pixel.blueF() * pixel.alphaF();
            alpha += pixel.alphaF();
        }
    }
    if (alpha < 1)
        return {};
    return QColor::fromRgbF(float(red / alpha), float(green / alpha), float(blue / alpha));
}

bool near(const QColor &a, const QColor &b)
{
    return a.isValid() && qAbs(a.red() - b.red()) < 12 && qAbs(a.green() - b.green()) < 12 &&
           qAbs(a.blue() - b.blue()) < 12;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setPalette(Theme::palette(false)); }

    void everyIcon_hasADrawingThatIsNotBlank_data()
    {
        QTest::addColumn<Icon>("kind");
        for (const Icon kind : allIcons())
            QTest::newRow(iconName(kind).data()) << kind;
    }
    void everyIcon_hasADrawingThatIsNotBlank()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        QFETCH(Icon, kind);
        for (const int size : {16, 24}) {
            const QImage image = iconPixmap(kind, Qt::red, size, 1).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            int inked = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x)
                    inked += image.pixelColor(x, y).alpha() > 100 ? 1 : 0;
            }
            // "more" has the least ink; a full square would be a failure to draw as well.
            QVERIFY2(inked >= 6, qPrintable(QString::number(inked)));
            QVERIFY(inked < size * size);
        }
        QFile file(QStringLiteral(":/sparkler/icons/%1.svg").arg(iconName(kind)));
        QVERIFY(file.exists());
    }

    void everyDrawing_belongsToAnIcon()
    {
        (void)iconPixmap(Icon::Add, Qt::black, 16, 1); // links the resource
        const QStringList files = QDir(QStringLiteral(":/sparkler/icons")).entryList();
        QStringList known;
        for (const Icon kind : allIcons())
            known << iconName(kind) + QStringLiteral(".svg");
        known.sort();
        QCOMPARE(files, known);
    }

    void stateIcons_inOneColour_differInShape()
    {
        QList<QImage> images;
        for (const Icon kind :
             {Icon::StateRunning, Icon::StatePaused, Icon::StateStopped, Icon::StateStarting, Icon::StateStopping,
              Icon::StateCrashed, Icon::StateUnresponsive, Icon::StateUnknown, Icon::BadgeEmulated})
            images << iconPixmap(kind, Qt::black, 16, 1).toImage();
        for (qsizetype i = 0; i < images.size(); ++i) {
            for (qsizetype j = i + 1; j < images.size(); ++j) {
                int different = 0;
                for (int at = 0; at < 256; ++at) {
                    const QPoint point(at % 16, at / 16);
                    different += qAbs(images[i].pixelColor(point).alpha() - images[j].pixelColor(point).alpha()) > 80;
                }
                QVERIFY2(different >= 12, qPrintable(QStringLiteral("%1 %2: %3").arg(i).arg(j).arg(different)));
            }
        }
    }

    void icon_paletteChange_followsTheTextColour()
    {
        const QIcon start = icon(Icon::Start);
        QApplication::setPalette(Theme::palette(true));
        QVERIFY(near(meanColour(start.pixmap(32).toImage()), Theme::palette(true).color(QPalette::WindowText)));
        QApplication::setPalette(Theme::palette(false));
        QVERIFY(near(meanColour(start.pixmap(32).toImage()), Theme::palette(false).color(QPalette::WindowText)));
    }

    void icon_modes_takeTheirPaletteColours()
    {
        const QPalette palette = QApplication::palette();
        const QIcon tinted = icon(Icon::StateRunning, ColourRole::Success);
        QVERIFY(near(meanColour(tinted.pixmap(32).toImage()), Theme::colour(ColourRole::Success, palette)));
        QVERIFY(near(meanColour(tinted.pixmap({32, 32}, QIcon::Disabled).toImage()),
                     palette.color(QPalette::Disabled, QPalette::WindowText)));
        QVERIFY(near(meanColour(tinted.pixmap({32, 32}, QIcon::Selected).toImage()),
                     palette.color(QPalette::HighlightedText)));
    }

    void icon_highDensity_hasTheDevicePixels()
    {
        const QPixmap pixmap = icon(Icon::Drive).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QCOMPARE(iconPixmap(Icon::Drive, Qt::black, 16, 1.5).size(), QSize(24, 24));
    }

    void icon_paintedSideways_staysSquare()
    {
        QImage canvas(64, 16, QImage::Format_ARGB32_Premultiplied);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        icon(Icon::Stop).paint(&painter, canvas.rect());
        painter.end();
        QCOMPARE(canvas.pixelColor(32, 8).alpha(), 255);
        QCOMPARE(canvas.pixelColor(16, 8).alpha(), 0);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
