// What features of the processor mean, in the languages that the manager ships with.
#include "arch/x86_64/cpu_features.h"
#include "models/cpu_feature_meanings.h"
#include "models/cpu_feature_model.h"
#include "text/language.h"

#include <QTest>
#include <QTranslator>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the engine, each once.
QStringList engineMeanings()
{
    QStringList all;
    for (const sparkler::x86_64::CpuFeature &feature : sparkler::x86_64::cpuFeatures())
        all << QString::fromUtf8(feature.meaning.data(), static_cast<qsizetype>(feature.meaning.size()));
    all.removeDuplicates();
    return all;
}

/// As it is where the language is chosen, for as long as this is there.
class InLanguage {
public:
    explicit InLanguage(const QString &code)
    {
        if (!m_translator.load(u":/i18n/sparkler_"_s + code + u".qm"_s))
            qFatal("no translation");
        QCoreApplication::installTranslator(&m_translator);
    }
    ~InLanguage() { QCoreApplication::removeTranslator(&m_translator); }
    InLanguage(const InLanguage &) = delete;
    InLanguage &operator=(const InLanguage &) = delete;

    bool has(const QString &meaning) const
    {
        return !m_translator.translate("sparkler::gui::CpuFeatureMeaning", meaning.toUtf8().constData()).isEmpty();
    }

private:
    QTranslator m_translator;
};

CpuFeature avx()
{
    CpuFeature feature;
    feature.leaf = 1;
    feature.reg = u"ecx"_s;
    feature.bit = 28;
    feature.name = u"avx"_s;
    feature.meaning = u"Advanced vector extensions"_s;
    return feature;
}

} // namespace

class TestCpuFeatureMeanings : public QObject {
    Q_OBJECT

private slots:
    void known_areThoseOfTheEngine()
    {
        const QStringList engine = engineMeanings();
        QVERIFY(engine.size() > 300);
        QCOMPARE(knownCpuMeanings(), engine);
    }

    void everyMeaning_isTranslated_data()
    {
        QTest::addColumn<QString>("code");
        for (const Language &language : languages()) {
            if (language.code != u"en"_s)
                QTest::newRow(qPrintable(language.code)) << language.code;
        }
    }
    void everyMeaning_isTranslated()
    {
        QFETCH(const QString, code);
        const InLanguage language(code);
        qsizetype different = 0;
        for (const QString &meaning : engineMeanings()) {
            QVERIFY2(language.has(meaning), qPrintable(meaning));
            different += cpuMeaningText(meaning) != meaning;
        }
        QVERIFY(different > 300); // names of instructions are the same everywhere
    }

    void unknownMeaning_staysAsItIs()
    {
        const InLanguage language(u"de"_s);
        QCOMPARE(cpuMeaningText(u"Something that a later engine has"_s), u"Something that a later engine has"_s);
        QCOMPARE(cpuMeaningText(u"100 % of %1"_s), u"100 % of %1"_s);
        QCOMPARE(cpuMeaningText({}), QString());
    }

    void model_showsAndFindsBoth()
    {
        const InLanguage language(u"de"_s);
        CpuFeatureModel model;
        model.setFeatures({avx()});
        const QModelIndex meaning = model.index(0, CpuFeatureModel::MeaningColumn);
        QCOMPARE(meaning.data().toString(), u"Vektorerweiterungen (AVX)"_s);
        QVERIFY(meaning.data(Qt::ToolTipRole).toString().startsWith(u"Vektorerweiterungen"_s));
        QVERIFY(meaning.data(Qt::AccessibleTextRole).toString().endsWith(u"Vektorerweiterungen (AVX)"_s));
        CpuFeatureFilterModel filter;
        filter.setSourceModel(&model);
        for (const auto &[text, rows] :
             {std::pair(u"vektorERW"_s, 1), {u"vector ext"_s, 1}, {u"avx"_s, 1}, {u"extensions vect"_s, 0}}) {
            filter.setText(text);
            QCOMPARE(filter.rowCount(), rows);
        }
    }
};

QTEST_GUILESS_MAIN(TestCpuFeatureMeanings)
#include "tst_cpu_feature_meanings.moc"
