#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

QList<Language> languages()
{
    return {{u"en"_s, u"English"_s},
            {u"de"_s, u"Deutsch"_s},
            {u"fr"_s, u"Français"_s},
            {u"ja"_s, u"日本語"_s},
            {u"zh_CN"_s, u"简体中文"_s}};
}

void installLanguage(QCoreApplication &application, const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale() : QLocale(code);
    if (!code.isEmpty())
        QLocale::setDefault(locale);
    const auto install = [&](const QString &name, const QString &directory) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, directory))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The plural forms of English are a translation, too; it lies beneath the others.
    auto *english = new QTranslator(&application);
    if (english->load(u":/i18n/sparkler_en.qm"_s))
        QCoreApplication::installTranslator(english);
    else
        delete english;
    install(u"sparkler"_s, u":/i18n"_s);
}

} // namespace sparkler::gui
