#include "app/settings_dialog.h"

#include "pages/help_link.h"
#include "text/language.h"
#include "widgets/form_section.h"
#include "widgets/icons.h"
#include "widgets/page_column.h"
#include "widgets/path_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sparkler::gui {
namespace {

Validity checkEngine(const QString &path)
{
    if (path.isEmpty())
        return {};
    const QFileInfo file(path);
    if (!file.isFile())
        return {Validity::Level::Error, SettingsDialog::tr("There is no such file.")};
    if (!file.isExecutable())
        return {Validity::Level::Error, SettingsDialog::tr("This file is not a program.")};
    return {};
}

struct CheckLook {
    Icon icon;
    ColourRole colour;
    QString word;
};

CheckLook checkLook(ReadinessCheck::State state)
{
    switch (state) {
    case ReadinessCheck::State::Good:
        return {Icon::Check, ColourRole::Success, SettingsDialog::tr("good")};
    case ReadinessCheck::State::Warning:
        return {Icon::Warning, ColourRole::Warning, SettingsDialog::tr("warning")};
    case ReadinessCheck::State::Problem:
        return {Icon::Error, ColourRole::Danger, SettingsDialog::tr("problem")};
    case ReadinessCheck::State::Checking:
        break;
    }
    return {Icon::Clock, ColourRole::MutedText, SettingsDialog::tr("checking")};
}

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, Workspace *workspace, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_theme(new QComboBox), m_language(new QComboBox), m_grace(new QSpinBox),
      m_engine(new PathField(PathField::Kind::ExistingFile)), m_checks(new QVBoxLayout)
{
    setWindowTitle(tr("Settings"));
    m_theme->addItem(tr("Like the desktop"), static_cast<int>(ThemeMode::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeMode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(settings.theme)));
    m_language->addItem(tr("Like the system"), QString());
    for (const Language &language : languages())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_grace->setRange(5, 600);
    m_grace->setValue(settings.stopGrace);
    m_grace->setSuffix(tr(" s", "seconds"));
    m_engine->setPath(settings.enginePath);
    m_engine->setPlaceholderText(m_workspace->paths().engine);
    m_engine->setFieldName(tr("Engine program"));
    m_engine->setValidator(checkEngine);

    auto *look = new FormSection(tr("Appearance"));
    look->addRow(tr("&Colours"), m_theme);
    look->addRow(tr("&Language"), m_language, tr("Counts from the next start of Sparkler."));
    auto *machines = new FormSection(tr("Machines"));
    machines->addRow(tr("&Time to shut down"), m_grace, tr("A guest that has not ended by then is stopped by force."));
    machines->addRow(tr("&Engine program"), m_engine,
                     tr("Leave empty to use the one that came with Sparkler. Counts from the next start."));
    auto *host = new Card(tr("This computer"));
    auto *again = new QPushButton(icon(Icon::Refresh), tr("Check again"));
    connect(again, &QPushButton::clicked, m_workspace->readiness(), &Readiness::check);
    host->addHeaderWidget(again);
    host->body()->addLayout(m_checks);
    connect(m_workspace->readiness(), &Readiness::changed, this, &SettingsDialog::fillReadiness);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_engine, &PathField::validityChanged, this, [this, buttons] {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(m_engine->validity().isAcceptable());
    });
    auto *layout = new QVBoxLayout(this);
    // It scrolls: what the checks found can be long.
    auto *column = new PageColumn(QString());
    column->setAccessibleName(windowTitle());
    for (QWidget *card : std::initializer_list<QWidget *>{look, machines, host})
        column->addWidget(card);
    layout->addWidget(column, 1);
    layout->addWidget(buttons);
    resize(QSize(720, 780).boundedTo(screen()->availableSize() * 0.9));
    fillReadiness();
}

Settings SettingsDialog::settings() const
{
    Settings chosen;
    chosen.theme = static_cast<ThemeMode>(m_theme->currentData().toInt());
    chosen.language = m_language->currentData().toString();
    chosen.stopGrace = m_grace->value();
    chosen.enginePath = m_engine->path();
    return chosen;
}

void SettingsDialog::fillReadiness()
{
    while (QLayoutItem *item = m_checks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ReadinessCheck &check : m_workspace->readiness()->checks()) {
        const CheckLook look = checkLook(check.state);
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *mark = new QLabel;
        mark->setPixmap(iconPixmap(look.icon, Theme::colour(look.colour, palette()), 18, devicePixelRatioF()));
        mark->setAccessibleName(look.word);
        auto *text = new QLabel;
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QStringList lines{tr("%1: %2", "what is checked and what was found")
                              .arg(check.title, check.reason.isEmpty() ? look.word : check.reason),
                          check.remedyText, check.remedyCommand};
        lines.removeAll(QString());
        text->setText(lines.join(u'\n'));
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        auto *help = new HelpLink(m_workspace->paths(), row);
        const bool good = check.state == ReadinessCheck::State::Good;
        help->setTopic(good ? HelpTopic::None : check.help, check.title);
        layout->addWidget(help, 0, Qt::AlignTop);
        m_checks->addWidget(row);
    }
}

} // namespace sparkler::gui
