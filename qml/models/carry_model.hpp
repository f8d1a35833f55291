#pragma once

#include <QUrl>
#include <filesystem>
#include <optional>

#include "engine/model/result.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// Meeting without a network: a file to send, and those that came. Files lie in one folder that other programs know
/// too, where messengers put what came; it is looked at from `open` on.
class CarryModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    /// The folder, as the phone calls it, and where it is.
    Q_PROPERTY(QString folderText READ folderText CONSTANT)
    Q_PROPERTY(QUrl folder READ folder CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// The file that was made last since `open`: its name and size; empty: none was.
    Q_PROPERTY(QString madeText READ madeText NOTIFY changed)
    /// What came of taking one in. Empty: nothing was.
    Q_PROPERTY(QString takenText READ takenText NOTIFY changed)
    /// Why the last file was not made or taken, and what to do. Empty: it was.
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    /// The latest first: name, detail, standing ("new", "made" here, "taken" in)
    Q_PROPERTY(ayni::models::Rows* files READ files CONSTANT)

public:
    CarryModel(Workplace& workplace, std::filesystem::path folder);

    [[nodiscard]] const QString& folderText() const { return folder_text_; }
    [[nodiscard]] QUrl folder() const;
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString madeText() const;
    [[nodiscard]] QString takenText() const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] Rows* files() { return &files_; }
    void render() override;

    /// Another visit: nothing was made or taken yet.
    Q_INVOKABLE void open();
    Q_INVOKABLE void make();
    /// One of `files`.
    Q_INVOKABLE void takeIn(const QString& name);
    Q_INVOKABLE void lookAgain();

protected:
    void fetch() override;

private:
    struct Came {
        QString name;
        qint64 at = 0;  // UTC ms
        quint64 bytes = 0;
        QString standing;
    };
    struct Made {
        QString name;
        quint64 bytes = 0;
    };
    struct Taken {
        quint64 changes = 0;
        quint64 repeated = 0;
        quint64 kept = 0;
        quint64 later = 0;
    };
    void failed(Fault fault, bool making);

    std::filesystem::path folder_;
    QString folder_text_;
    bool open_ = false;
    bool busy_ = false;
    bool making_ = false;  // what `fault_` is about
    std::optional<Made> made_;
    std::optional<Taken> taken_;
    std::optional<Fault> fault_;
    QList<Came> came_;
    Rows files_;
};

}  // namespace ayni::models
