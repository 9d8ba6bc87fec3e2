#pragma once

#include "client/types.h"
#include "manager/asset_library.h"
#include "pages/edit_parts.h"

class QCheckBox;
class QLineEdit;

namespace sparkler::gui {

class FileChoice;

/// Kernel, initial RAM disk and kernel arguments.
class BootSourceForm : public FormSection {
    Q_OBJECT
public:
    explicit BootSourceForm(AssetLibrary *library, QWidget *parent = nullptr);

    /// Does not emit changed().
    void setSource(const BootSource &source);
    BootSource source() const;
    /// The worst of all fields.
    Validity validity() const;
    FileChoice *kernel() const { return m_kernel; }

signals:
    /// By the user.
    void changed();

private:
    void onArgsChanged();
    void checkArgs();

    FileChoice *m_kernel;
    FileChoice *m_initrd;
    QLineEdit *m_args;
    QCheckBox *m_defaultArgs;
    std::optional<SectionNote> m_argsNote;
};

} // namespace sparkler::gui
