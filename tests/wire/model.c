/* Holds JSON against the protocol's meta model. */
#include "model.h"

#include <string.h>

/* How deep types may lie in each other before it is a fault of the model. */
#define DEEPEST 64

/* A value being held against a type. */
struct look {
    const json_t *model;
    struct buffer *fault;
    int depth;
};

json_t *model_read(const char *path)
{
    return json_load_file(path, 0, NULL);
}

static const char *text(const json_t *object, const char *key)
{
    const char *string = json_string_value(json_object_get(object, key));

    return string ? string : "";
}

/* The entry of LIST whose KEY is NAME, or NULL. */
static const json_t *find(const json_t *model, const char *list,
                          const char *key, const char *name)
{
    const json_t *entries = json_object_get(model, list);
    size_t index;
    json_t *entry;

    json_array_foreach(entries, index, entry) {
        if (!strcmp(text(entry, key), name))
            return entry;
    }
    return NULL;
}

static bool fail(struct look *look, const char *what, const char *which)
{
    look->fault->length = 0;
    buffer_add_string(look->fault, what);
    buffer_add_string(look->fault, " ");
    buffer_add_string(look->fault, which);
    return false;
}

static bool allows(struct look *look, const json_t *type, const json_t *value);

static bool allows_base(struct look *look, const char *name,
                        const json_t *value)
{
    bool right = false;

    if (!strcmp(name, "null"))
        right = json_is_null(value);
    else if (!strcmp(name, "boolean"))
        right = json_is_boolean(value);
    else if (!strcmp(name, "integer"))
        right = json_is_integer(value);
    else if (!strcmp(name, "uinteger"))
        right = json_is_integer(value) && json_integer_value(value) >= 0;
    else if (!strcmp(name, "decimal"))
        right = json_is_number(value);
    else
        right = json_is_string(value);  /* string, URI, DocumentUri, RegExp */
    return right || fail(look, "no", name);
}

static bool allows_enumeration(struct look *look, const json_t *enumeration,
                               const json_t *value)
{
    const json_t *values = json_object_get(enumeration, "values");
    size_t index;
    json_t *entry;

    if (json_is_true(json_object_get(enumeration, "supportsCustomValues")))
        return allows(look, json_object_get(enumeration, "type"), value);
    json_array_foreach(values, index, entry) {
        if (json_equal(json_object_get(entry, "value"), value))
            return true;
    }
    return fail(look, "no value of", text(enumeration, "name"));
}

/* The property NAME of STRUCTURE or of what it is made of; NULL if none. */
static const json_t *property_of(const struct look *look,
                                 const json_t *structure, const char *name,
                                 int depth)
{
    static const char *const parents[] = {"extends", "mixins"};
    const json_t *properties = json_object_get(structure, "properties");
    const json_t *found = NULL;
    size_t index;
    json_t *entry;

    json_array_foreach(properties, index, entry) {
        if (!strcmp(text(entry, "name"), name))
            return entry;
    }
    for (size_t which = 0; !found && which < 2 && depth < DEEPEST; which++) {
        const json_t *list = json_object_get(structure, parents[which]);

        json_array_foreach(list, index, entry) {
            const json_t *parent = find(look->model, "structures", "name",
                                        text(entry, "name"));

            if (!found && parent)
                found = property_of(look, parent, name, depth + 1);
        }
    }
    return found;
}

static bool has_required(struct look *look, const json_t *structure,
                         const json_t *value, int depth)
{
    static const char *const parents[] = {"extends", "mixins"};
    const json_t *properties = json_object_get(structure, "properties");
    size_t index;
    json_t *entry;

    json_array_foreach(properties, index, entry) {
        if (!json_is_true(json_object_get(entry, "optional")) &&
            !json_object_get(value, text(entry, "name")))
            return fail(look, "lacks", text(entry, "name"));
    }
    for (size_t which = 0; which < 2 && depth < DEEPEST; which++) {
        const json_t *list = json_object_get(structure, parents[which]);

        json_array_foreach(list, index, entry) {
            const json_t *parent = find(look->model, "structures", "name",
                                        text(entry, "name"));

            if (parent && !has_required(look, parent, value, depth + 1))
                return false;
        }
    }
    return true;
}

static bool allows_structure(struct look *look, const json_t *structure,
                             const json_t *value)
{
    const char *name;
    json_t *member;

    if (!json_is_object(value))
        return fail(look, "no object for", text(structure, "name"));
    if (!has_required(look, structure, value, 0))
        return false;
    json_object_foreach((json_t *)value, name, member) {
        const json_t *property = property_of(look, structure, name, 0);

        if (!property)
            return fail(look, "the model has no", name);
        if (!allows(look, json_object_get(property, "type"), member)) {
            buffer_add_string(look->fault, " in ");
            buffer_add_string(look->fault, name);
            return false;
        }
    }
    return true;
}

static bool allows_reference(struct look *look, const char *name,
                             const json_t *value)
{
    const json_t *found;

    if (!strcmp(name, "LSPAny") || !strcmp(name, "LSPObject") ||
        !strcmp(name, "LSPArray"))
        return true;
    if ((found = find(look->model, "structures", "name", name)))
        return allows_structure(look, found, value);
    if ((found = find(look->model, "enumerations", "name", name)))
        return allows_enumeration(look, found, value);
    if ((found = find(look->model, "typeAliases", "name", name)))
        return allows(look, json_object_get(found, "type"), value);
    return fail(look, "the model has no", name);
}

static bool allows_any_of(struct look *look, const json_t *items,
                          const json_t *value)
{
    size_t index;
    json_t *item;

    json_array_foreach(items, index, item) {
        if (allows(look, item, value))
            return true;
    }
    return false;
}

static bool allows_all(struct look *look, const json_t *element,
                       const json_t *value)
{
    size_t index;
    json_t *item;

    if (!json_is_array(value))
        return fail(look, "no", "array");
    json_array_foreach(value, index, item) {
        if (!allows(look, element, item))
            return false;
    }
    return true;
}

static bool allows_map(struct look *look, const json_t *type,
                       const json_t *value)
{
    const char *name;
    json_t *member;

    if (!json_is_object(value))
        return fail(look, "no", "map");
    json_object_foreach((json_t *)value, name, member) {
        if (!allows(look, json_object_get(type, "value"), member))
            return false;
    }
    return true;
}

static bool allows_kind(struct look *look, const json_t *type,
                        const json_t *value)
{
    const char *kind = text(type, "kind");

    if (!strcmp(kind, "base"))
        return allows_base(look, text(type, "name"), value);
    if (!strcmp(kind, "reference"))
        return allows_reference(look, text(type, "name"), value);
    if (!strcmp(kind, "array"))
        return allows_all(look, json_object_get(type, "element"), value);
    if (!strcmp(kind, "or"))
        return allows_any_of(look, json_object_get(type, "items"), value);
    if (!strcmp(kind, "map"))
        return allows_map(look, type, value);
    if (!strcmp(kind, "literal"))
        return allows_structure(look, json_object_get(type, "value"), value);
    if (!strcmp(kind, "stringLiteral"))
        return json_equal(json_object_get(type, "value"), value) ||
               fail(look, "no", text(type, "value"));
    return fail(look, "a type of the kind", kind);
}

static bool allows(struct look *look, const json_t *type, const json_t *value)
{
    bool right;

    if (++look->depth > DEEPEST)
        return fail(look, "too deep:", text(type, "name"));
    right = allows_kind(look, type, value);
    look->depth--;
    return right;
}

static bool allows_response(struct look *look, const json_t *message,
                            const char *method)
{
    const json_t *result = json_object_get(message, "result");
    const json_t *error = json_object_get(message, "error");
    const json_t *request = method ? find(look->model, "requests", "method",
                                          method)
                                   : NULL;

    if (!json_object_get(message, "id") || !result == !error)
        return fail(look, "a response without", "id and either result or error");
    if (error)
        return (json_is_integer(json_object_get(error, "code")) &&
                json_is_string(json_object_get(error, "message"))) ||
               fail(look, "an error without", "code and message");
    return !request ||
           allows(look, json_object_get(request, "result"), result);
}

bool model_allows(const json_t *model, const json_t *message,
                  const char *method, struct buffer *fault)
{
    struct look look = {.model = model, .fault = fault};
    const char *called = text(message, "method");
    const json_t *params = json_object_get(message, "params");
    const json_t *entry;

    buffer_add_string(fault, "");
    if (strcmp(text(message, "jsonrpc"), "2.0"))
        return fail(&look, "jsonrpc isn't", "2.0");
    if (!*called)
        return allows_response(&look, message, method);
    entry = find(model, json_object_get(message, "id") ? "requests"
                                                       : "notifications",
                 "method", called);
    if (!entry)
        return fail(&look, "the model has no method", called);
    if (!strcmp(text(entry, "messageDirection"), "clientToServer"))
        return fail(&look, "a server doesn't send", called);
    return !json_object_get(entry, "params") ||
           allows(&look, json_object_get(entry, "params"), params);
}
