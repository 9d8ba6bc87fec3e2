#include "pages/help_link.h"

#include "pages/help_dialog.h"
#include "widgets/icons.h"

#include <QHBoxLayout>

#include <utility>

namespace sparkler::gui {

HelpLink::HelpLink(const Paths &paths, QWidget *parent) : QToolButton(parent), m_document(paths.troubleshooting)
{
    setText(HelpDialog::tr("More about this"));
    setToolTip(text());
    setIcon(gui::icon(Icon::Info));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &HelpLink::open);
    hide();
}

void HelpLink::setTopic(HelpTopic topic, const QString &about)
{
    // Told anew with each look at what it stands beside: the document is read for another topic only.
    if (std::exchange(m_topic, topic) != topic)
        m_section = helpSection(m_document, topic);
    setAccessibleName(about.isEmpty() ? text() : tr("%1: %2", "button and what it is about").arg(text(), about));
    setVisible(!m_section.isEmpty());
}

void HelpLink::open()
{
    (new HelpDialog(m_section, m_document, window()))->show();
}

HelpedNote::HelpedNote(const Paths &paths, QWidget *parent) : ValidityLabel(parent), m_help(new HelpLink(paths, this))
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addWidget(m_help, 0, Qt::AlignTop);
}

void HelpedNote::tell(const Validity &validity, HelpTopic topic)
{
    setValidity(validity);
    m_help->setTopic(topic, validity.text);
}

} // namespace sparkler::gui
