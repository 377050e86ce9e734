-- Other spellings of projects, and who maintains them.
CALL search.follow('project_alias', $$ SELECT 'project', p.slug FROM changed a JOIN project p ON p.id = a.project_id $$);
CALL search.follow('project_maintainer', $$ SELECT 'person', p.slug FROM changed m JOIN person p ON p.id = m.person_id $$);
