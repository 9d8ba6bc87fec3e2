#pragma once

// The pages of the create flow. Each takes the order from the page before it and fills in its part.

#include "pages/edit_parts.h"
#include "pages/host_limits.h"
#include "pages/machine_order.h"

#include <QWizardPage>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace sparkler::gui {

class BootSourceForm;
class ByteSizeField;
class FileChoice;
class InlineMessage;
class JsonView;
class PathField;
class ResourcesForm;
class TagEditor;

/// A wizard page whose content scrolls when the window is small.
class CreatePage : public QWizardPage {
    Q_OBJECT
public:
    CreatePage(const QString &title, int step, Workspace *workspace, MachineOrder *order);

protected:
    /// Puts a card into the page; takes ownership.
    void add(QWidget *widget);

    Workspace *const m_workspace;
    MachineOrder *const m_order;

private:
    QVBoxLayout *m_column;
};

class CreateSourcePage : public CreatePage {
    Q_OBJECT
public:
    CreateSourcePage(Workspace *workspace, MachineOrder *order);
    bool isComplete() const override;
    bool validatePage() override;

private:
    QWidget *buildDemo();
    QWidget *buildFiles();
    QWidget *buildConfiguration();
    QRadioButton *addChoice(FormSection *section, const QString &text, const QString &hint);
    void onChosen();
    void onConfigurationChosen();
    MachineOrder::Source source() const;
    MachineDefinition definitionOfFiles() const;
    QList<std::pair<QString, AssetKind>> filesToKeep() const;

    QRadioButton *m_demo = nullptr;
    QRadioButton *m_files = nullptr;
    QRadioButton *m_configuration = nullptr;
    QList<QWidget *> m_details; ///< in the order of MachineOrder::Source
    BootSourceForm *m_boot = nullptr;
    FileChoice *m_rootfs = nullptr;
    QCheckBox *m_keep = nullptr;
    PathField *m_file = nullptr;
    InlineMessage *m_imported = nullptr;
    std::optional<MachineDefinition> m_import; ///< what the configuration file holds
};

class CreateResourcesPage : public CreatePage {
    Q_OBJECT
public:
    CreateResourcesPage(Workspace *workspace, MachineOrder *order);
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void buildName();
    void buildDisk();
    void showDisk();
    void showRunner();
    Validity copyValidity() const;
    void check();
    qint64 imageBytes() const; ///< of the root file system; 0: not known
    QString rootFile() const;

    QLineEdit *m_name = nullptr;
    QComboBox *m_group = nullptr;
    TagEditor *m_tags = nullptr;
    ResourcesForm *m_resources = nullptr;
    InlineMessage *m_emulated = nullptr;
    FormSection *m_disk = nullptr;
    QCheckBox *m_copy = nullptr;
    QCheckBox *m_enlarge = nullptr;
    ByteSizeField *m_size = nullptr;
    QComboBox *m_engine = nullptr;
    std::optional<SectionNote> m_nameNote;
    std::optional<SectionNote> m_copyNote;
    std::optional<SectionNote> m_sizeNote;
    std::optional<MachineOrder::Source> m_shownSource; ///< what the fields were filled in for
    QString m_shownRoot;
};

class CreateReviewPage : public CreatePage {
    Q_OBJECT
public:
    CreateReviewPage(Workspace *workspace, MachineOrder *order);
    void initializePage() override;

private:
    void showProblems();

    QLabel *m_summary;
    QLabel *m_next;
    InlineMessage *m_problems;
    JsonView *m_json;
};

} // namespace sparkler::gui
