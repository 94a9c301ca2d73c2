-- A title withdrawn from an issue keeps its reference, so that it leaves the archive with its author.
-- Those that were noted without one stay as they are.

UPDATE digest_issues
SET snapshot = json_set(
    snapshot,
    '$.withdrawn',
    json((SELECT json_group_array(json_array('', value)) FROM json_each(snapshot, '$.withdrawn')))
)
WHERE snapshot IS NOT NULL;
