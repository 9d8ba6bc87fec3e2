#pragma once

#include "manager/asset_library.h"
#include "pages/config_rules.h"

class QPushButton;

namespace sparkler::gui {

class PathField;

/// A kernel, initrd or disk image: a path to type, choose, drop or take from the library, and a word on what it is.
class FileChoice : public QWidget {
    Q_OBJECT
public:
    /// `library` must outlive it.
    FileChoice(AssetLibrary *library, AssetKind kind, const QString &name, QWidget *parent = nullptr);

    QString path() const;
    /// Does not emit pathChanged().
    void setPath(const QString &path);
    /// An empty field is all right. Off at first.
    void setOptional(bool optional);
    /// A disk that will be read only. Off at first.
    void setReadOnly(bool readOnly);
    /// What the file holds is told but not judged. Off at first.
    void setAnyContent(bool any);
    Validity validity() const;
    PathField *field() const { return m_field; }

signals:
    /// By the user.
    void pathChanged(const QString &path);
    void validityChanged();

private:
    Validity check(const QString &path) const;
    void recognise();
    void fillMenu();

    AssetLibrary *m_library;
    AssetKind m_kind;
    bool m_optional = false;
    bool m_readOnly = false;
    bool m_anyContent = false;
    quint64 m_asked = 0; ///< serial of the last look into a file
    PathField *m_field;
    QPushButton *m_shelf;
    ValidityLabel *m_found;
};

} // namespace sparkler::gui
