#include "accessible_names.h"
#include "widgets/byte_size_field.h"
#include "widgets/rate_limiter_editor.h"
#include "widgets/token_bucket_editor.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <limits>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

using Bucket = TokenBucketValue;
constexpr quint64 kMost = std::numeric_limits<quint64>::max();

void type(QWidget *field, const QString &text)
{
    auto *edit = qobject_cast<QLineEdit *>(field);
    if (!edit)
        edit = field->findChild<QLineEdit *>();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

template <typename T>
T *named(QWidget &root, const QString &name)
{
    for (T *child : root.findChildren<T *>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

} // namespace

class TestRateLimiterEditor : public QObject {
    Q_OBJECT
private slots:
    void value_setAndRead_isIdentical_data()
    {
        QTest::addColumn<bool>("advanced");
        QTest::newRow("human") << false;
        QTest::newRow("advanced") << true;
    }
    void value_setAndRead_isIdentical()
    {
        QFETCH(bool, advanced);
        RateLimiterEditor editor;
        editor.setAdvanced(advanced);
        QSignalSpy changed(&editor, &RateLimiterEditor::changed);
        for (const quint64 size : {quint64{0}, quint64{1}, quint64{999}, 100 * kMiB, kMost}) {
            for (const quint64 refill : {quint64{0}, quint64{1}, quint64{7}, quint64{333}, quint64{1000}, kMost}) {
                for (const std::optional<quint64> burst : {std::optional<quint64>(), std::optional<quint64>(0),
                                                           std::optional<quint64>(50 * kMiB), std::optional(kMost)}) {
                    const RateLimiterValue value{Bucket{size, burst, refill}, Bucket{refill, burst, size}};
                    editor.setValue(value);
                    QCOMPARE(editor.value(), value);
                    editor.setAdvanced(!advanced);
                    editor.setAdvanced(advanced);
                    QCOMPARE(editor.value(), value);
                }
            }
        }
        editor.setValue({});
        QCOMPARE(editor.value(), RateLimiterValue{});
        QCOMPARE(changed.count(), 0);
    }

    void humanUnits_known_showTokens()
    {
        TokenBucketEditor editor(TokenBucketEditor::Kind::Bandwidth, u"Limit"_s);
        editor.setValue(Bucket{104857600, 52428800, 1000});
        auto *rate = named<ByteSizeField>(editor, u"Limit: rate"_s);
        auto *burst = named<ByteSizeField>(editor, u"Limit: one-time burst"_s);
        QCOMPARE(rate->text(), u"100 MiB/s"_s);
        QCOMPARE(burst->text(), u"50 MiB"_s);
        QCOMPARE(editor.tokensText(), u"size 104857600 tokens, refill 1000 ms, one-time burst 52428800"_s);
        QCOMPARE(editor.rateText(), u"100 MiB/s on average, 50 MiB on top once"_s);
    }

    void rateEdited_byTyping_keepsRefillTimeWhenExact()
    {
        TokenBucketEditor editor(TokenBucketEditor::Kind::Bandwidth, u"Limit"_s);
        editor.setValue(Bucket{10 * kMiB, 5, 100}); // 100 MiB/s
        QSignalSpy changed(&editor, &TokenBucketEditor::changed);
        type(named<ByteSizeField>(editor, u"Limit: rate"_s), u"200M"_s);
        QVERIFY(changed.count() > 0);
        QCOMPARE(editor.value(), std::optional(Bucket{20 * kMiB, 5, 100}));
        editor.setValue(Bucket{10 * kMiB, {}, 333}); // 200 MiB in 333 ms are no whole tokens
        type(named<ByteSizeField>(editor, u"Limit: rate"_s), u"200M"_s);
        QCOMPARE(editor.value(), std::optional(Bucket{200 * kMiB, {}, 1000}));
    }

    void burstEdited_alone_leavesTheRestAlone()
    {
        TokenBucketEditor editor(TokenBucketEditor::Kind::Operations, u"Ops"_s);
        editor.setValue(Bucket{1000, {}, 333});
        auto *burst = named<ByteSizeField>(editor, u"Ops: one-time burst"_s);
        type(burst, u"50"_s);
        QCOMPARE(editor.value(), std::optional(Bucket{1000, 50, 333}));
        type(burst, u"0"_s);
        QCOMPARE(editor.value(), std::optional(Bucket{1000, {}, 333}));
    }

    void switch_offAndOn_removesAndGivesAUsableLimit()
    {
        TokenBucketEditor editor(TokenBucketEditor::Kind::Bandwidth, u"Limit"_s);
        auto *on = editor.findChild<QCheckBox *>();
        QVERIFY(!on->isChecked());
        QTest::keyClick(on, Qt::Key_Space);
        QVERIFY(editor.value() && !editor.value()->isOff());
        QTest::keyClick(on, Qt::Key_Space);
        QCOMPARE(editor.value(), std::nullopt);
        editor.setValue(Bucket{0, 7, 100}); // off in the engine's sense
        QVERIFY(!on->isChecked());
        QCOMPARE(editor.tokensText(), QString());
    }

    void advanced_typing_setsRawTokens()
    {
        RateLimiterEditor editor;
        editor.setValue({Bucket{1, {}, 1}, std::nullopt});
        editor.setAdvanced(true);
        type(named<QLineEdit>(editor, u"Limit bandwidth: size in tokens"_s), u"18446744073709551615"_s);
        type(named<QLineEdit>(editor, u"Limit bandwidth: refill time in milliseconds"_s), u"17"_s);
        type(named<QLineEdit>(editor, u"Limit bandwidth: one-time burst in tokens"_s), u"0"_s);
        QCOMPARE(editor.value(), (RateLimiterValue{Bucket{kMost, 0, 17}, std::nullopt}));
        QVERIFY(editor.validity().isAcceptable());
    }

    void advanced_nonsense_isExplained()
    {
        RateLimiterEditor editor;
        editor.setValue({Bucket{1, {}, 1}, std::nullopt});
        editor.setAdvanced(true);
        auto *size = named<QLineEdit>(editor, u"Limit bandwidth: size in tokens"_s);
        for (const QString &text : {u"-1"_s, u"abc"_s, u"18446744073709551616"_s, u"1.5"_s}) {
            type(size, text);
            QCOMPARE(editor.validity().level, Validity::Level::Error);
            QVERIFY(!editor.validity().text.isEmpty());
        }
        type(size, u"0"_s);
        QCOMPARE(editor.validity().level, Validity::Level::Warning);
        type(size, u"5"_s);
        QCOMPARE(editor.validity(), Validity{});
    }

    void human_rateZeroOrNonsense_isAnError()
    {
        TokenBucketEditor editor(TokenBucketEditor::Kind::Bandwidth, u"Limit"_s);
        editor.setValue(Bucket{kMiB, {}, 1000});
        auto *rate = named<ByteSizeField>(editor, u"Limit: rate"_s);
        type(rate, u"0"_s);
        QCOMPARE(editor.validity().level, Validity::Level::Error);
        type(rate, u"fast"_s);
        QCOMPARE(editor.validity().level, Validity::Level::Error);
        type(rate, u"3G/s"_s);
        QCOMPARE(editor.validity(), Validity{});
        QCOMPARE(editor.value(), std::optional(Bucket{3 * kGiB, {}, 1000}));
    }

    void focusableChildren_all_haveNames()
    {
        RateLimiterEditor editor;
        QCOMPARE(namelessFocusableWidgets(editor), QStringList());
    }
};

QTEST_MAIN(TestRateLimiterEditor)
#include "tst_rate_limiter_editor.moc"
