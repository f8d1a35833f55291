#pragma once

#include "engine/programme/versions.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// Double edits: two versions, who and when; keep one, keep both, or write a third. Never a word lost.
class VersionsModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    /// contestId, recordId, recordTitle, fieldText, isText (both can be kept, or a third written), versions: a list
    /// of maps {versionId, text, author, whenText, isShown}
    Q_PROPERTY(ayni::models::Rows* contests READ contests CONSTANT)
    /// All that wait for somebody, in every record.
    Q_PROPERTY(int total READ total NOTIFY changed)

public:
    explicit VersionsModel(Workplace& workplace);

    [[nodiscard]] Rows* contests() { return &contests_; }
    [[nodiscard]] int total() const { return static_cast<int>(all_.size()); }
    void render() override;

    /// Only those of one record; "" for all.
    void open(const QString& recordId);
    Q_INVOKABLE void keep(const QString& contestId, const QString& versionId);
    /// The texts of all versions, one after the other.
    Q_INVOKABLE void keepBoth(const QString& contestId);
    Q_INVOKABLE void write(const QString& contestId, const QString& text);

protected:
    void fetch() override;

private:
    [[nodiscard]] QString text_of_version(const Contest& contest, const Value& value) const;
    [[nodiscard]] static QString text_in(const FieldDef& field, const std::string& text);
    [[nodiscard]] const programme::DoubleEdit* find(const QString& contestId) const;

    std::vector<programme::DoubleEdit> all_;
    RecordId only_;
    Rows contests_;
};

}  // namespace ayni::models
