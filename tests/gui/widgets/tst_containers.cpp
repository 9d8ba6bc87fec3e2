#include "accessible_names.h"
#include "widgets/copy_block.h"
#include "widgets/elided_label.h"
#include "widgets/form_section.h"
#include "widgets/page_column.h"
#include "widgets/path_field.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestContainers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(ThemeMode::Light);
    }

    void formSection_row_labelsTheField()
    {
        FormSection section(u"Boot"_s);
        auto *edit = new QLineEdit;
        QLabel *label = section.addRow(u"Boot &arguments:"_s, edit, u"As they are"_s);
        QCOMPARE(label->buddy(), edit);
        QCOMPARE(edit->accessibleName(), u"Boot arguments"_s);
        QCOMPARE(edit->accessibleDescription(), u"As they are"_s);
        section.setRowVisible(edit, false);
        QVERIFY(edit->isHidden());
        QVERIFY(label->isHidden());
        section.setRowVisible(edit, true);
        QVERIFY(!label->isHidden());
        QCOMPARE(namelessFocusableWidgets(section), QStringList());
    }

    void copyBlock_button_copiesAll()
    {
        CopyBlock block(u"Commands"_s);
        block.setText(u"one\ntwo\nthree"_s);
        block.resize(300, 100);
        block.show();
        QCOMPARE(namelessFocusableWidgets(block), QStringList());
        auto *button = block.findChild<QToolButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo\nthree"_s);
        auto *text = block.findChild<QPlainTextEdit *>();
        QCOMPARE(text->verticalScrollBar()->maximum(), 0); // all of it is in sight
        const int three = text->height();
        block.setText(u"one"_s);
        QVERIFY(text->height() < three);
        block.setMostLines(2);
        block.setText(QString(50, u'\n'));
        QVERIFY(text->height() < three);
        QVERIFY(text->verticalScrollBar()->maximum() > 0);
    }

    void formSection_ownName_isKept()
    {
        FormSection section;
        auto *field = new PathField(PathField::Kind::ExistingFile);
        field->setFieldName(u"Kernel image file"_s);
        section.addRow(u"&Kernel"_s, field);
        QCOMPARE(field->accessibleName(), u"Kernel image file"_s);
    }

    void formSection_controls_haveOneHeight()
    {
        FormSection section;
        auto *edit = new QLineEdit;
        auto *spin = new QSpinBox;
        auto *combo = new QComboBox;
        auto *button = new QPushButton(u"Text"_s);
        combo->addItem(u"None"_s);
        section.addRow(u"a"_s, edit);
        section.addRow(u"b"_s, spin);
        section.addRow(u"c"_s, combo);
        section.addRow(u"d"_s, button);
        section.resize(700, 400);
        section.show();
        QCOMPARE(spin->height(), edit->height());
        QCOMPARE(combo->height(), edit->height());
        QCOMPARE(button->height(), edit->height());
        QVERIFY(spin->width() < edit->width());
        QCOMPARE(spin->x(), edit->x());
    }

    void formSection_wheelWithoutFocus_changesNothing()
    {
        FormSection section;
        auto *spin = new QSpinBox;
        spin->setValue(5);
        section.addRow(u"a"_s, spin);
        auto *other = new QLineEdit;
        section.addRow(u"b"_s, other);
        section.show();
        QVERIFY(QTest::qWaitForWindowActive(&section));
        const auto turn = [spin] {
            QWheelEvent event({5, 5}, spin->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(spin, &event);
            return event.isAccepted();
        };
        other->setFocus();
        QVERIFY(!turn());
        QCOMPARE(spin->value(), 5);
        spin->setFocus();
        QVERIFY(turn());
        QCOMPARE(spin->value(), 6);
    }

    void card_emptyHeader_takesNoRoom()
    {
        Card bare;
        Card titled(u"Title"_s);
        QVERIFY(titled.sizeHint().height() > bare.sizeHint().height());
        titled.setDescription(u"What it is for"_s);
        auto *button = new QPushButton(u"Edit"_s);
        titled.addHeaderWidget(button);
        titled.resize(400, 200);
        titled.show();
        QVERIFY(button->x() > 200);
    }

    void pageColumn_wideWindow_keepsReadingWidth()
    {
        PageColumn page(u"Overview"_s);
        auto *card = new Card(u"Card"_s);
        page.addWidget(card);
        page.resize(1600, 500);
        page.show();
        QCOMPARE(card->width(), spacing::kContentWidth);
        page.setFullWidth(true);
        QTRY_VERIFY(card->width() > 1400);
    }

    void pageColumn_narrowWindow_needsNoSidewaysScrolling()
    {
        PageColumn page(u"Overview"_s);
        page.setSubtitle(u"A rather long line about the machine that has to wrap when the window is narrow"_s);
        auto *section = new FormSection(u"Boot"_s);
        section->addRow(u"Kernel"_s, new PathField(PathField::Kind::ExistingFile),
                        u"Some words of help under the field"_s);
        page.addWidget(section);
        page.resize(520, 500);
        page.show();
        QCOMPARE(page.horizontalScrollBar()->maximum(), 0);
    }

    void elidedLabel_narrow_shortensAndTellsAll()
    {
        ElidedLabel label(u"/a/rather/long/path/to/<b>rootfs</b>.ext4"_s);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        QCOMPARE(label.toolTip(), QString());
        label.resize(80, 20);
        label.show();
        QVERIFY(label.isElided());
        QVERIFY(label.toolTip().contains(u"&lt;b&gt;rootfs"_s));
        QCOMPARE(label.accessibleName(), label.text());
        label.setText(u"short"_s);
        QCOMPARE(label.accessibleName(), u"short"_s);
        label.setAccessibleName(u"Root file system"_s);
        label.setText(u"other"_s);
        QCOMPARE(label.accessibleName(), u"Root file system"_s);
        QCOMPARE(label.accessibleDescription(), u"other"_s);
        label.setText(u"/a/rather/long/path/to/<b>rootfs</b>.ext4"_s);
        QVERIFY(label.minimumSizeHint().width() < 60);
    }

    void primaryButton_label_contrastsWithItsFill()
    {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_theme->apply(mode);
            QPushButton button(u"████"_s);
            setButtonKind(&button, ButtonKind::Primary);
            button.resize(button.sizeHint());
            const QImage image = button.grab().toImage();
            const QColor fill = image.pixelColor(6, image.height() / 2);
            QCOMPARE(fill.rgb(), button.palette().color(QPalette::Highlight).rgb());
            QVERIFY(Theme::contrast(fill, image.pixelColor(image.rect().center())) >= 4.5);
        }
        m_theme->apply(ThemeMode::Light);
    }

    void scrollBar_slider_spansAndMoves()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 100);
        bar.setPageStep(100);
        bar.resize(12, 200);
        QStyleOptionSlider option;
        const auto slider = [&] {
            option.initFrom(&bar);
            option.orientation = Qt::Vertical;
            option.maximum = bar.maximum();
            option.pageStep = bar.pageStep();
            option.sliderPosition = bar.value();
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
        };
        QCOMPARE(slider(), QRect(0, 0, 12, 100));
        bar.setValue(100);
        QCOMPARE(slider(), QRect(0, 100, 12, 100));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestContainers)
#include "tst_containers.moc"
