#include "pages/boot_source_form.h"

#include "pages/config_rules.h"
#include "pages/file_choice.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sparkler::gui {

BootSourceForm::BootSourceForm(AssetLibrary *library, QWidget *parent)
    : FormSection(tr("Boot source"), parent), m_kernel(new FileChoice(library, AssetKind::Kernel, tr("Kernel"), this)),
      m_initrd(new FileChoice(library, AssetKind::Initrd, tr("Initial RAM disk"), this)), m_args(new QLineEdit(this)),
      m_defaultArgs(new QCheckBox(tr("Use the engine's default argumen&ts"), this))
{
    addRow(tr("&Kernel"), m_kernel);
    m_initrd->setOptional(true);
    addRow(tr("&Initial RAM disk"), m_initrd);
    addRow(tr("&Boot arguments"), m_args);
    m_argsNote.emplace(this, m_args);
    addRow({}, m_defaultArgs);
    for (FileChoice *choice : {m_kernel, m_initrd}) {
        connect(choice, &FileChoice::pathChanged, this, &BootSourceForm::changed);
        connect(choice, &FileChoice::validityChanged, this, &BootSourceForm::changed);
    }
    connect(m_args, &QLineEdit::textEdited, this, &BootSourceForm::onArgsChanged);
    connect(m_defaultArgs, &QCheckBox::toggled, this, &BootSourceForm::onArgsChanged);
    setSource({});
}

void BootSourceForm::setSource(const BootSource &source)
{
    if (source == this->source())
        return;
    const QSignalBlocker quiet(this);
    m_kernel->setPath(source.kernelImagePath);
    m_initrd->setPath(source.initrdPath);
    m_defaultArgs->setChecked(!source.bootArgs);
    // Switching to the default and back loses nothing typed.
    if (source.bootArgs)
        m_args->setText(*source.bootArgs);
    m_args->setCursorPosition(0);
    checkArgs();
}

BootSource BootSourceForm::source() const
{
    BootSource source;
    source.kernelImagePath = m_kernel->path();
    source.initrdPath = m_initrd->path();
    if (!m_defaultArgs->isChecked())
        source.bootArgs = m_args->text();
    return source;
}

Validity BootSourceForm::validity() const
{
    for (const Validity &one : {m_kernel->validity(), m_initrd->validity(), m_argsNote->validity()}) {
        if (!one.isAcceptable())
            return one;
    }
    return {};
}

void BootSourceForm::onArgsChanged()
{
    checkArgs();
    emit changed();
}

void BootSourceForm::checkArgs()
{
    m_args->setEnabled(!m_defaultArgs->isChecked());
    const auto problem = m_defaultArgs->isChecked() ? std::nullopt : bootArgsProblem(m_args->text());
    m_argsNote->show(problem ? Validity{Validity::Level::Error, *problem} : Validity{});
}

} // namespace sparkler::gui
