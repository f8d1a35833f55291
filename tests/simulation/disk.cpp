#include "tests/simulation/disk.hpp"

#include <algorithm>

namespace ayni::simulation {
namespace {

constexpr std::size_t sector = 512;

std::string folder_of(const std::string& device) {
    return device + '/';
}

}  // namespace

void Disk::put(std::string& file, const Write& write) {
    if (write.cuts) {
        file.resize(std::min(file.size(), write.at));
        return;
    }
    if (file.size() < write.at + write.bytes.size()) {
        file.resize(write.at + write.bytes.size());
    }
    file.replace(write.at, write.bytes.size(), write.bytes);
}

void Disk::begin(std::uint64_t seed) {
    files_.clear();
    fates_.clear();
    chance_ = Chance(seed);
}

void Disk::will(const std::string& device, Trouble trouble, std::size_t after) {
    fates_[device] = {trouble, after, false};
}

bool Disk::is_dead(const std::string& device) const {
    const auto found = fates_.find(device);
    return found != fates_.end() && found->second.trouble == Trouble::dies && found->second.has_happened;
}

bool Disk::is_well_again(const std::string& device) {
    const auto found = fates_.find(device);
    const bool had_happened = found != fates_.end() && found->second.has_happened;
    fates_.erase(device);
    return had_happened;
}

Trouble Disk::comes_to(const std::string& name) {
    const auto found = fates_.find(name.substr(0, name.find('/')));
    if (found == fates_.end()) {
        return Trouble::none;
    }
    Fate& fate = found->second;
    if (fate.after > 0) {
        --fate.after;
        return Trouble::none;
    }
    const bool is_over = fate.has_happened && fate.trouble == Trouble::fails;
    if (!fate.has_happened) {
        fate.has_happened = true;
        ++happened_[fate.trouble];
    }
    return is_over ? Trouble::none : fate.trouble;
}

void Disk::loses_power(const std::string& device, Chance& chance) {
    const std::string folder = folder_of(device);
    for (auto& [name, file] : files_) {
        if (!name.starts_with(folder)) {
            continue;
        }
        file->now = file->flushed;
        // Each write was on its way by itself: it may be there although one before it isn't.
        for (const Write& write : file->since) {
            if (chance.one_in(2)) {
                continue;
            }
            const std::size_t whole = write.bytes.size() / sector;
            Write torn = write;
            if (whole > 0 && chance.one_in(3)) {
                torn.bytes.resize(chance.below(whole + 1) * sector);
            }
            put(file->now, torn);
        }
        file->flushed = file->now;
        file->since.clear();
    }
}

void Disk::copy(const std::string& from, const std::string& to) {
    wipe(to);
    const std::string folder = folder_of(from);
    std::map<std::string, std::shared_ptr<File>> copies;
    for (const auto& [name, file] : files_) {
        if (name.starts_with(folder)) {
            auto copied = std::make_shared<File>();
            copied->now = copied->flushed = file->now;
            copies[folder_of(to) + name.substr(folder.size())] = std::move(copied);
        }
    }
    files_.merge(copies);
}

void Disk::wipe(const std::string& device) {
    std::erase_if(files_, [&](const auto& entry) { return entry.first.starts_with(folder_of(device)); });
}

bool Disk::holds(const std::string& device, std::string_view bytes) const {
    return std::ranges::any_of(files_, [&](const auto& entry) {
        return entry.first.starts_with(folder_of(device)) && entry.second->now.find(bytes) != std::string::npos;
    });
}

std::shared_ptr<Disk::File> Disk::open(const std::string& name, bool make) {
    const auto found = files_.find(name);
    if (found != files_.end() || !make) {
        return found == files_.end() ? nullptr : found->second;
    }
    return files_[name] = std::make_shared<File>();
}

}  // namespace ayni::simulation
