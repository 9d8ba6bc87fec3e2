#include "pages/cpu_template_card.h"

#include "manager/device_rules.h"
#include "widgets/form_section.h"
#include "widgets/style.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {

namespace {

QString misfitSentence(const QString &reason)
{
    if (reason.contains(QLatin1StringView("CPU vendor mismatched")))
        return CpuTemplateCard::tr("It is made for processors of another vendor.");
    if (reason.contains(QLatin1StringView("not permitted to apply")))
        return CpuTemplateCard::tr("This host’s processor is not among those that it is made for.");
    return CpuTemplateCard::tr("A machine with it does not start on this host.");
}

} // namespace

QString cpuMisfitText(const CpuVerdict &verdict)
{
    return quotingEngine(misfitSentence(verdict.reason), verdict.reason);
}

CpuTemplateCard::CpuTemplateCard(const Paths &paths, QWidget *parent)
    : Card(tr("CPU template"), parent), m_group(new QButtonGroup(this)), m_list(new QVBoxLayout),
      m_verdict(new HelpedNote(paths, this))
{
    m_list->setSpacing(spacing::kTight);
    body()->addLayout(m_list);
    body()->addWidget(m_verdict);
    addRow({}, tr("&None"),
           tr("The guest sees all that the host's processor offers. The fastest, but snapshots move only to hosts with "
              "such a processor."));
    addRow(QStringLiteral("T2"), QStringLiteral("T2"),
           tr("For Intel hosts from Skylake over Cascade Lake to Ice Lake: guests see what all of them have, so that "
              "snapshots can move between them."));
    addRow(QStringLiteral("T2S"), QStringLiteral("T2S"),
           tr("For Intel Skylake and Cascade Lake: as T2, and both also tell guests the same about their flaws."));
    addRow(QStringLiteral("T2CL"), QStringLiteral("T2CL"),
           tr("For Intel Cascade Lake and Ice Lake in a fleet together with AMD: guests see what they see with T2A "
              "there."));
    addRow(
        QStringLiteral("T2A"), QStringLiteral("T2A"),
        tr("For AMD Milan in a fleet together with Intel: guests see what they see with T2CL there. Snapshots do not "
           "move between vendors all the same."));
    addRow(QStringLiteral("C3"), QStringLiteral("C3"),
           tr("For Intel hosts from Skylake to Ice Lake: guests see an older Ivy Bridge, without AVX2 and what came "
              "after it."));
    addRow(kCustom, tr("C&ustom"),
           tr("Bits of your own choice, for processors and fleets that the others are not made for. See below."));
    setChoice({});
}

void CpuTemplateCard::addRow(const QString &name, const QString &title, const QString &sentence)
{
    Row row;
    row.name = name;
    row.button = new QRadioButton(title, this);
    row.button->setAccessibleDescription(sentence);
    row.hint = makeHintLabel(sentence, this);
    row.note = new ValidityLabel(this);
    m_group->addButton(row.button);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->setContentsMargins(spacing::kXLarge, 0, 0, spacing::kTight);
    words->addWidget(row.hint);
    words->addWidget(row.note);
    m_list->addWidget(row.button);
    m_list->addLayout(words);
    connect(row.button, &QRadioButton::clicked, this, [this, name] {
        if (name == m_choice)
            return;
        m_choice = name;
        emit chosen(name);
    });
    m_rows.push_back(std::move(row));
}

CpuTemplateCard::Row *CpuTemplateCard::findRow(const QString &name)
{
    const auto found = std::ranges::find(m_rows, name, &Row::name);
    return found == m_rows.end() ? nullptr : &*found;
}

void CpuTemplateCard::setChoice(const QString &name)
{
    m_choice = name;
    if (!findRow(name)) {
        // No mnemonics in a name that came from a file.
        QString title = name;
        addRow(name, title.replace(u'&', QStringLiteral("&&")),
               tr("The engine of this host's processor does not know it."));
    }
    const Row *row = findRow(name);
    row->button->setChecked(true);
    setFocusProxy(row->button);
}

void CpuTemplateCard::setTemplates(const QList<NamedCpuTemplate> &templates)
{
    if (templates == m_templates)
        return;
    m_templates = templates;
    for (Row &row : m_rows) {
        const QString name = row.name.isEmpty() ? QStringLiteral("None") : row.name;
        const auto found = std::ranges::find(m_templates, name, &NamedCpuTemplate::name);
        const bool misfit = found != m_templates.end() && !found->verdict.fits;
        const QString text = misfit ? misfitSentence(found->verdict.reason) : QString();
        row.note->setToolTip(misfit ? found->verdict.reason : QString());
        row.note->setValidity({misfit ? Validity::Level::Warning : Validity::Level::Ok, text});
        row.button->setAccessibleDescription(misfit ? row.hint->text() + u' ' + text : row.hint->text());
    }
}

} // namespace sparkler::gui
