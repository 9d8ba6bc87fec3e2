#pragma once

#include "pages/edit_parts.h"
#include "pages/host_limits.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sparkler::gui {

class ByteSizeField;

/// Processors and memory, beside what the host has.
class ResourcesForm : public FormSection {
    Q_OBJECT
public:
    enum class Extent { Basic, Full };
    ResourcesForm(Extent extent, const HostLimits &host, QWidget *parent = nullptr);

    /// Does not emit changed().
    void setConfig(const MachineConfig &config);
    /// Shows config() anew, in place of what is being typed.
    void reload();
    /// What was set, but for what the user changed.
    const MachineConfig &config() const { return m_config; }
    /// The worst of all fields.
    Validity validity() const;

signals:
    /// By the user.
    void changed();

private:
    void buildFull();
    void check();
    void take();

    HostLimits m_host;
    MachineConfig m_config;
    bool m_showing = false;
    QSpinBox *m_vcpus;
    ByteSizeField *m_memory;
    QCheckBox *m_smt = nullptr;
    QComboBox *m_hugePages = nullptr;
    QCheckBox *m_dirtyPages = nullptr;
    std::optional<SectionNote> m_vcpusNote;
    std::optional<SectionNote> m_memoryNote;
};

} // namespace sparkler::gui
